import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { World } from '../world.ts';
import { type ApiEnv, allow, isOwn } from './access.ts';
import { page } from './paging.ts';
import { Refusal } from './refusal.ts';
import { body, Paging, pathId, query } from './validate.ts';

const READ = { scopes: ['pins:read'], category: 'org_read' } as const;
const WRITE = { scopes: ['pins:read', 'pins:write'], category: 'org_write' } as const;
const MediaCreate = z.strictObject({ media_type: z.literal('video') });

/** /v5/media: videos are registered here, uploaded elsewhere, and polled until they are ready. */
export function mediaRoutes(world: World): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.post('/', allow(world, WRITE), async (context) => {
    query(context, {});
    const { media_type } = await body(context, MediaCreate);
    const { environment, commitAtMs } = context.env.call;
    const id = world.state.nextId('13');
    const { account } = context.get('grant');
    world.state.media.set(id, { id, account, environment, status: 'registered', bytes: 0 }, commitAtMs);
    return context.json({ media_id: id, media_type, ...uploadOf(id, world.clock.now()) }, world.settings.createStatus);
  });

  routes.get('/', allow(world, READ), (context) => {
    const { bookmark, page_size } = query(context, Paging);
    const all = world.state.media.list(context.env.call.readAtMs).filter((media) => isOwn(context, media));
    const { items, bookmark: next } = page(all, bookmark, page_size);
    return context.json({ items: items.map(answer), bookmark: next });
  });

  routes.get('/:mediaId', allow(world, READ), (context) => {
    const media = world.state.media.get(pathId(context, 'mediaId'), context.env.call.readAtMs);
    query(context, {});
    if (!media || !isOwn(context, media)) throw new Refusal(404, 1, 'Media upload not found');
    return context.json(answer(media));
  });

  return routes;
}

function answer({ id, status }: { id: string; status: string }) {
  return { media_id: id, media_type: 'video', status };
}

function uploadOf(id: string, nowMs: number) {
  const date = new Date(nowMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return {
    upload_url: 'https://pinterest-media-upload.s3-accelerate.amazonaws.com/',
    upload_parameters: {
      'x-amz-date': date,
      'x-amz-signature': '0'.repeat(64),
      'x-amz-security-token': 'emulated',
      'x-amz-algorithm': 'AWS4-HMAC-SHA256',
      key: `uploads/${id}`,
      policy: 'emulated',
      'x-amz-credential': `emulated/${date.slice(0, 8)}/us-east-1/s3/aws4_request`,
      'Content-Type': 'multipart/form-data',
    },
  };
}
