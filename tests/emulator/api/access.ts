import type { Context, MiddlewareHandler } from 'hono';
import type { Bindings } from '../call.ts';
import type { Category } from '../limits.ts';
import type { Grant } from '../state.ts';
import type { World } from '../world.ts';
import { notPermitted, Refusal, rateLimited } from './refusal.ts';

export interface ApiEnv {
  Bindings: Bindings;
  Variables: { grant: Grant };
}
export type ApiContext = Context<ApiEnv>;

/** What an operation needs: scopes, the budget it counts against, and whether the sandbox has it. */
export interface Needs {
  readonly scopes: readonly string[];
  readonly category: Category;
  readonly isInSandbox?: boolean;
}

/** Lets a request through with a live token of this environment, its scopes, and room in its budget. */
export function allow(world: World, needs: Needs): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const { environment } = context.env.call;
    const grant = bearer(world, context);
    const { isOver, headers } = world.limits.count(
      needs.category,
      grant.account,
      world.clock.now(),
      world.settings.limits,
    );
    if (isOver) throw rateLimited(headers);
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (needs.isInSandbox === false && environment === 'sandbox') throw notPermitted();
    if (needs.scopes.some((scope) => !grant.scopes.includes(scope))) {
      throw new Refusal(403, 29, 'Your token does not have sufficient permissions for this operation.');
    }
    context.set('grant', grant);
    await next();
  };
}

function bearer(world: World, context: ApiContext): Grant {
  const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  const grant = world.state.grants.findLast((known) => known.accessToken === token);
  const isLive = grant && !grant.isRevoked && grant.expiresAtMs > world.clock.now();
  if (!isLive || grant.environment !== context.env.call.environment)
    throw new Refusal(401, 2, 'Authentication failed.');
  return grant;
}

/** Pins and boards of the token's account, in this environment, as of the read's moment. */
export function isOwn(context: ApiContext, thing: { account: string; environment: string }): boolean {
  return thing.account === context.get('grant').account && thing.environment === context.env.call.environment;
}
