import { Hono } from 'hono';
import * as z from 'zod/mini';
import { issueGrant } from './oauth/grants.ts';
import { recordingLines } from './recording.ts';
import { plant } from './seed.ts';
import { applyPatch, Settings } from './settings.ts';
import type { World } from './world.ts';

const GrantWish = z.strictObject({
  environment: z.enum(['production', 'sandbox']),
  account: z.optional(z.string()),
  scopes: z.array(z.string()),
});
const ClockChange = z.strictObject({ advanceMs: z.optional(z.int()), offsetMs: z.optional(z.int()) });
const TokenChange = z.strictObject({
  account: z.optional(z.string()),
  change: z.enum(['revoke', 'expire', 'expire-all']),
});
const BoardOrder = z.strictObject({ boardId: z.string(), order: Settings.shape.pinOrder });

/** https://emulator.test/_control/: everything that the handle can do, for other processes. */
export function createControl(world: World): Hono {
  const app = new Hono().basePath('/_control');
  app.get('/state', (context) => context.json(world.state.snapshot(world.clock.now())));
  app.get('/log', (context) => {
    const after = Number(context.req.query('after') ?? 0);
    return context.json(world.log.entries.filter(({ seq }) => seq > after));
  });
  app.delete('/log', (context) => {
    world.log.clear();
    return context.body(null, 204);
  });
  app.get('/recording', (context) => context.text(recordingLines(world.log)));
  app.get('/faults', (context) => context.json(world.faults.list()));
  app.post('/faults', async (context) => context.json({ id: world.faults.add(await context.req.json()) }, 201));
  app.delete('/faults', (context) => {
    world.faults.clear();
    return context.body(null, 204);
  });
  app.delete('/faults/:id', (context) => {
    world.faults.remove(context.req.param('id'));
    return context.body(null, 204);
  });
  app.get('/settings', (context) => context.json(world.settings));
  app.patch('/settings', async (context) => {
    world.settings = applyPatch(world.settings, await context.req.json());
    return context.json(world.settings);
  });
  app.post('/seed', async (context) => context.json(plant(world, await context.req.json()), 201));
  app.post('/grants', async (context) => {
    const { account, ...wish } = GrantWish.parse(await context.req.json());
    return context.json(issueGrant(world, account === undefined ? wish : { ...wish, account }), 201);
  });
  app.post('/tokens', async (context) => {
    const { account, change } = TokenChange.parse(await context.req.json());
    changeTokens(world, change, account);
    return context.body(null, 204);
  });
  app.post('/clock', async (context) => {
    const { advanceMs, offsetMs } = ClockChange.parse(await context.req.json());
    if (offsetMs !== undefined) world.clock.setOffset(offsetMs);
    if (advanceMs !== undefined) world.clock.advance(advanceMs);
    return context.json({ nowMs: world.clock.now() });
  });
  app.post('/board-order', async (context) => {
    const { boardId, order } = BoardOrder.parse(await context.req.json());
    world.state.pinOrders.set(boardId, order);
    return context.body(null, 204);
  });
  app.post('/reset', (context) => {
    world.reset();
    return context.body(null, 204);
  });
  app.onError((error, context) => context.json({ error: error.message }, 400));
  return app;
}

/** `revoke` kills access and refresh tokens, `expire` the access tokens only, `expire-all` lets both run out. */
export function changeTokens(world: World, change: z.infer<typeof TokenChange>['change'], account?: string): void {
  const nowMs = world.clock.now();
  for (const grant of world.state.grants) {
    if (account !== undefined && grant.account !== account) continue;
    if (change === 'revoke') grant.isRevoked = true;
    if (change !== 'revoke') grant.expiresAtMs = nowMs;
    if (change === 'expire-all') grant.refreshExpiresAtMs = nowMs;
  }
}
