import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { ApiEnv } from '../api/access.ts';
import { invalid, Refusal } from '../api/refusal.ts';
import { check } from '../api/validate.ts';
import type { Grant } from '../state.ts';
import type { World } from '../world.ts';
import { issueGrant, splitScopes } from './grants.ts';

const TokenRequest = z.discriminatedUnion('grant_type', [
  z.strictObject({
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    redirect_uri: z.string(),
    code_verifier: z.optional(z.string()),
    continuous_refresh: z.optional(z.string()),
  }),
  z.strictObject({ grant_type: z.literal('refresh_token'), refresh_token: z.string(), scope: z.optional(z.string()) }),
  z.strictObject({ grant_type: z.literal('client_credentials'), scope: z.string() }),
]);
type TokenRequest = z.infer<typeof TokenRequest>;

const refusedGrant = () => new Refusal(401, 283, 'The authorization grant is invalid');

/** POST /v5/oauth/token and /v5/oauth/token/revoke. */
export function tokenRoutes(world: World): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.post('/token', async (context) => {
    checkClient(world, context);
    const request = check(TokenRequest, await form(context));
    const grant = exchange(world, request, context.env.call.environment);
    const { tokenStatus, accessTokenLifetimeS, refreshTokenLifetimeS } = world.settings.oauth;
    const answer = {
      access_token: grant.accessToken,
      token_type: 'bearer',
      expires_in: accessTokenLifetimeS,
      scope: grant.scopes.join(' '),
      response_type: request.grant_type,
    };
    if (request.grant_type === 'client_credentials') return context.json(answer, tokenStatus);
    const refresh = {
      refresh_token: grant.refreshToken,
      refresh_token_expires_in: refreshTokenLifetimeS,
      refresh_token_expires_at: Math.floor(grant.refreshExpiresAtMs / 1000),
    };
    return context.json({ ...answer, ...refresh }, tokenStatus);
  });

  // Only system-user tokens can be revoked; no such token exists here.
  routes.post('/token/revoke', (context) => {
    checkClient(world, context);
    throw new Refusal(403, 29, 'You are not permitted to access that resource.');
  });

  return routes;
}

function checkClient(world: World, context: Context): void {
  const { id, secret } = world.settings.app;
  const expected = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  if (context.req.header('authorization') !== expected) throw new Refusal(401, 2, 'Authentication failed.');
}

async function form(context: Context): Promise<Record<string, string>> {
  const type = context.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) throw invalid(`unsupported content type '${type}'`);
  return Object.fromEntries(new URLSearchParams(await context.req.text()));
}

function exchange(world: World, request: TokenRequest, environment: Grant['environment']): Grant {
  switch (request.grant_type) {
    case 'authorization_code':
      return exchangeCode(world, request, environment);
    case 'refresh_token':
      return refresh(world, request.refresh_token, request.scope, environment);
    case 'client_credentials':
      return issueGrant(world, { environment, scopes: splitScopes(request.scope) });
  }
}

type CodeRequest = Extract<TokenRequest, { code: string }>;

function exchangeCode(world: World, request: CodeRequest, environment: Grant['environment']): Grant {
  const code = world.state.codes.find((known) => known.code === request.code);
  const { codeLifetimeMs, pkce } = world.settings.oauth;
  const isOld = code && codeLifetimeMs !== null && world.clock.now() - code.issuedAtMs > codeLifetimeMs;
  const isWrong = !code || code.isUsed || isOld || code.redirectUri !== request.redirect_uri;
  if (isWrong) throw new Refusal(401, 2, 'Authentication failed.');
  code.isUsed = true;
  if (pkce === 'verify' && code.challenge !== null && code.challenge !== challengeOf(request.code_verifier ?? '')) {
    throw new Refusal(401, 2, 'Authentication failed.');
  }
  return issueGrant(world, { environment, account: code.account, scopes: code.scopes });
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function refresh(world: World, token: string, scope: string | undefined, environment: Grant['environment']): Grant {
  const old = world.state.grants.find((grant) => grant.refreshToken === token);
  const isUsedUp = old?.isRefreshUsed && world.settings.oauth.oldRefreshToken === 'refused';
  if (!old || isUsedUp || old.isRevoked || old.refreshExpiresAtMs <= world.clock.now()) throw refusedGrant();
  if (old.environment !== environment) throw refusedGrant();
  const scopes = scope === undefined ? old.scopes : splitScopes(scope);
  if (scopes.some((wanted) => !old.scopes.includes(wanted))) throw refusedGrant();
  old.isRefreshUsed = true;
  return issueGrant(world, { environment, account: old.account, scopes });
}
