import { Hono } from 'hono';
import type { World } from './world.ts';

const PARAMETERS = [
  'x-amz-date',
  'x-amz-signature',
  'x-amz-security-token',
  'x-amz-algorithm',
  'key',
  'policy',
  'x-amz-credential',
  'Content-Type',
];

/** pinterest-media-upload.s3-accelerate.amazonaws.com: takes the video, all parameters first and the file last. */
export function createMediaUpload(world: World): Hono {
  const app = new Hono();
  app.post('/', async (context) => {
    if (context.req.header('authorization')) return refuse('Only one auth mechanism allowed');
    const form = await context.req.raw.formData().catch(() => null);
    if (!form) return refuse('The body is not well-formed multipart/form-data');
    const names = [...form.keys()];
    const file = form.get('file');
    if (names.at(-1) !== 'file' || !(file instanceof File))
      return refuse('POST requires exactly one file upload, last');
    const missing = PARAMETERS.find((name) => !form.has(name));
    if (missing) return refuse(`Missing field ${missing}`);
    const media = world.state.media.get(String(form.get('key')).replace('uploads/', ''), world.clock.now());
    if (!media) return refuse('Invalid according to Policy');
    const nowMs = world.clock.now();
    const uploaded = { ...media, bytes: file.size };
    world.state.media.set(media.id, { ...uploaded, status: 'processing' }, nowMs);
    const status = file.size === 0 ? 'failed' : 'succeeded';
    world.state.media.set(media.id, { ...uploaded, status }, nowMs + world.settings.videoProcessingMs);
    return context.body(null, 204);
  });
  return app;
}

function refuse(message: string): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`;
  return new Response(body, { status: 403, headers: { 'content-type': 'application/xml' } });
}
