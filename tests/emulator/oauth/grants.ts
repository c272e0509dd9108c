import type { Environment } from '../call.ts';
import type { Grant } from '../state.ts';
import type { World } from '../world.ts';

export const KNOWN_SCOPES: ReadonlySet<string> = new Set([
  ...['ads', 'billing', 'biz_access', 'catalogs', 'user_accounts'].flatMap((area) => [`${area}:read`, `${area}:write`]),
  ...['boards', 'pins'].flatMap((area) =>
    ['read', 'write', 'read_secret', 'write_secret'].map((act) => `${area}:${act}`),
  ),
]);

/** Scopes as a client may write them: separated by commas or spaces. */
export function splitScopes(text: string): string[] {
  return text.split(/[\s,]+/).filter((scope) => scope !== '');
}

export interface GrantWish {
  readonly environment: Environment;
  readonly account?: string;
  readonly scopes: readonly string[];
}

/** A new access token with its refresh token. */
export function issueGrant(world: World, { environment, scopes, account = world.state.signedInAs }: GrantWish): Grant {
  const nowMs = world.clock.now();
  const { accessTokenLifetimeS, refreshTokenLifetimeS } = world.settings.oauth;
  const grant: Grant = {
    environment,
    account,
    scopes,
    accessToken: world.state.token('pina'),
    refreshToken: world.state.token('pinr'),
    expiresAtMs: nowMs + accessTokenLifetimeS * 1000,
    refreshExpiresAtMs: nowMs + refreshTokenLifetimeS * 1000,
    isRevoked: false,
    isRefreshUsed: false,
  };
  world.state.grants.push(grant);
  return grant;
}
