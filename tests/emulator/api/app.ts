import { Hono } from 'hono';
import { tokenRoutes } from '../oauth/token.ts';
import type { World } from '../world.ts';
import type { ApiEnv } from './access.ts';
import { accountRoutes } from './account.ts';
import { accountAnalyticsRoutes } from './account-analytics.ts';
import { boardRoutes } from './boards.ts';
import { mediaRoutes } from './media.ts';
import { pinAnalyticsRoutes } from './pin-analytics.ts';
import { pinRoutes } from './pins.ts';
import { Refusal } from './refusal.ts';
import { searchRoutes } from './search.ts';
import { sectionRoutes } from './sections.ts';

/** api.pinterest.com and api-sandbox.pinterest.com: which of them is in the call. */
export function createApi(world: World): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>().basePath('/v5');
  let count = 0;
  app.use(async (context, next) => {
    await next();
    count += 1;
    context.header('x-pinterest-rid', String(5_000_000_000_000_000 + count));
  });
  // No CORS header is known to be sent, but a preflight is answered.
  app.options('*', (context) => context.body(null, 204));
  app.route('/oauth', tokenRoutes(world));
  app.route('/pins', pinAnalyticsRoutes(world));
  app.route('/pins', pinRoutes(world));
  app.route('/boards', boardRoutes(world));
  app.route('/boards', sectionRoutes(world));
  app.route('/user_account/analytics', accountAnalyticsRoutes(world));
  app.route('/user_account', accountRoutes(world));
  app.route('/media', mediaRoutes(world));
  app.route('/search', searchRoutes(world));
  app.notFound((context) => context.json({ code: 0, message: 'API method not found.' }, 404));
  app.onError((error, context) => {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, status, headers } = error;
    return context.json({ code, message }, status, headers);
  });
  return app;
}
