import { Hono } from 'hono';
import type { World } from '../world.ts';
import { type ApiEnv, allow, isOwn } from './access.ts';
import { notPermitted } from './refusal.ts';
import { query } from './validate.ts';

const READ = { scopes: ['user_accounts:read'], category: 'org_read' } as const;

/** GET /v5/user_account. */
export function accountRoutes(world: World): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/', allow(world, READ), (context) => {
    query(context, {});
    const account = world.state.accounts.find(({ username }) => username === context.get('grant').account);
    if (!account) throw notPermitted();
    const { readAtMs } = context.env.call;
    return context.json({
      ...account,
      profile_image: `https://i.pinimg.com/profile/${account.username}.jpg`,
      website_url: 'https://kitchen.test/',
      about: 'Cooking, mostly.',
      business_name: account.account_type === 'BUSINESS' ? 'The Kitchen' : null,
      board_count: world.state.boards.list(readAtMs).filter((board) => isOwn(context, board)).length,
      pin_count: world.state.pins.list(readAtMs).filter((pin) => isOwn(context, pin)).length,
      follower_count: 41,
      following_count: 12,
      monthly_views: 1203,
    });
  });
  return routes;
}
