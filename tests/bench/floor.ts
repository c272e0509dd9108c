import { Hono } from 'hono';

/** What the relay is compared with: an empty route, and one that only forwards to `upstream`. */
export function floor(upstream: string): Hono {
  const app = new Hono();
  app.get('/authorize', (c) => c.body(null, 302));
  app.post('/token', async (c) => {
    const body = new URLSearchParams(await c.req.text());
    const answer = await fetch(upstream, { method: 'POST', body });
    return c.json(await answer.json());
  });
  return app;
}
