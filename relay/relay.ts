import { createHash } from 'node:crypto';
import type { Config } from './config.ts';
import { dpopVerifier } from './dpop.ts';
import { FailureBudget } from './failure-budget.ts';
import { deriveKeys } from './keys.ts';
import type { Primitives } from './primitives.ts';
import type { Limit } from './rate-limit.ts';
import { codeClaims, refreshClaims, type SealKind, stateClaims } from './seals.ts';
import { type Exchange, type UpstreamFailure, upstream } from './upstream.ts';

const PINTEREST_AUTHORIZE = 'https://www.pinterest.com/oauth/';

/** What differs between workerd, Node and tests. */
export interface Surroundings {
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Whether one more request from an address is within the limit. */
  limit: Limit;
  primitives: Primitives;
  report: (failure: UpstreamFailure) => void;
}

/** Everything the endpoints share. */
export interface Relay {
  readonly config: Config;
  readonly now: () => number;
  readonly limit: Limit;
  readonly s256: Primitives['s256'];
  readonly exchange: Exchange;
  readonly verifyDpop: (proof: string | undefined) => Promise<string>;
  readonly state: SealKind<typeof stateClaims>;
  readonly code: SealKind<typeof codeClaims>;
  readonly refresh: SealKind<typeof refreshClaims>;
  /** The audience of a flow's seals, one for each allowed redirect, in the same order. */
  readonly audiences: readonly string[];
  /** Pinterest's consent page with all that is the same in each flow. */
  readonly consentPage: string;
}

/** Derives the keys and puts the parts together. */
export async function buildRelay(
  config: Config,
  { fetch, now, limit, primitives, report }: Surroundings,
): Promise<Relay> {
  const [state, code, refresh] = await Promise.all([
    deriveKeys(config.SEALING_KEYS, 'state', primitives),
    deriveKeys(config.SEALING_KEYS, 'code', primitives),
    deriveKeys(config.REFRESH_KEYS, 'refresh', primitives),
  ]);
  return {
    config,
    now,
    limit,
    s256: primitives.s256,
    exchange: upstream(config, { fetch, budget: new FailureBudget(now), report }),
    verifyDpop: dpopVerifier(`${config.ISSUER}/token`, now),
    state: { type: 'state', keys: state, claims: stateClaims, maxLength: 512 },
    code: { type: 'code', keys: code, claims: codeClaims, maxLength: 4096 },
    refresh: { type: 'refresh', keys: refresh, claims: refreshClaims, maxLength: 4096 },
    audiences: config.ALLOWED_REDIRECTS.map((redirect) => audience(config, redirect)),
    consentPage: consentPage(config),
  };
}

function consentPage({ PINTEREST_APP_ID, ISSUER }: Config): string {
  const query = new URLSearchParams({
    client_id: PINTEREST_APP_ID,
    redirect_uri: `${ISSUER}/callback`,
    response_type: 'code',
    code_challenge_method: 'S256',
  });
  return `${PINTEREST_AUTHORIZE}?${query}`;
}

/**
 * Names this relay, app, environment, client and redirect in 22 characters. The redirect is in it so that a seal
 * made before the list was reordered is refused instead of read as another redirect.
 */
function audience({ ISSUER, PINTEREST_APP_ID, ENVIRONMENT, CLIENT_ID }: Config, redirect: string): string {
  const parts = [ISSUER, PINTEREST_APP_ID, ENVIRONMENT, CLIENT_ID, redirect];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
