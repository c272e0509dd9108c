import { Hono } from 'hono';
import sharp from 'sharp';
import { thumbnailOf } from './pictures/inspect.ts';

/** i.pinimg.com: small versions of pinned pictures, and a portrait for every account. */
export function createPinimg(): Hono {
  const app = new Hono();
  app.get('/profile/:name', async (context) => {
    const portrait = sharp({ create: { width: 150, height: 150, channels: 3, background: '#8b9d77' } });
    return context.body(new Uint8Array(await portrait.jpeg().toBuffer()), 200, { 'content-type': 'image/jpeg' });
  });
  app.get('/:size/:file', (context) => {
    const picture = thumbnailOf(context.req.param('file').replace('.jpg', ''));
    if (!picture) return context.notFound();
    return context.body(new Uint8Array(picture), 200, { 'content-type': 'image/jpeg' });
  });
  return app;
}
