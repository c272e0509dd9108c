import { startCookie } from './cookies.ts';
import { type OAuthErrorCode, PageError } from './errors.ts';
import { flowSecrets, newNonce } from './flow.ts';
import { singleParameters, type Values } from './parameters.ts';
import type { Relay } from './relay.ts';
import { parseScopes } from './scopes.ts';
import { seal } from './seals.ts';

/** How long a person may take at Pinterest. */
const STATE_LIFETIME_S = 600;
/** NQCHAR of RFC 6749 appendix A: JSON needs no escapes for it, so that the sealed state keeps its size. */
const STATE = /^[!#-[\]-~]{1,128}$/;
const S256_CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

/** Where the browser goes, and the `Set-Cookie` that it takes along. */
export interface Onward {
  readonly location: string;
  readonly cookie?: string;
}

/**
 * `GET /authorize` (RFC 6749 §4.1.1, RFC 7636 §4.3): sends the browser on to Pinterest. It keeps nothing, so it may
 * be asked again.
 * @throws {PageError} when it is not certain where the browser may be sent back to.
 */
export async function authorize(relay: Relay, query: Values): Promise<Onward> {
  const { config } = relay;
  const parameters = singleParameters(query);
  if (!parameters) throw new PageError('This sign-in request names something twice. Start again from Tack.');
  if (parameters.get('client_id') !== config.CLIENT_ID) {
    throw new PageError('This sign-in request is from an app that this relay does not serve.');
  }
  const red = config.ALLOWED_REDIRECTS.indexOf(parameters.get('redirect_uri') ?? '');
  const redirect = config.ALLOWED_REDIRECTS[red];
  const aud = relay.audiences[red];
  if (redirect === undefined || aud === undefined) {
    throw new PageError('This sign-in request wants to return to an address that this relay does not allow.');
  }
  const sta = parameters.get('state') ?? '';
  if (!STATE.test(sta)) throw new PageError('This sign-in request has no valid state. Start again from Tack.');

  const refuse = (error: OAuthErrorCode) => ({
    location: `${redirect}?${new URLSearchParams({ error, state: sta, iss: config.ISSUER })}`,
  });
  if (parameters.get('response_type') !== 'code') return refuse('unsupported_response_type');
  const cha = parameters.get('code_challenge') ?? '';
  if (parameters.get('code_challenge_method') !== 'S256' || !S256_CHALLENGE.test(cha)) return refuse('invalid_request');
  const scopes = parseScopes(parameters.get('scope'));
  if (!scopes) return refuse('invalid_scope');

  const [key] = relay.state.keys;
  if (!key) throw new Error('no sealing key');
  const jti = newNonce();
  const exp = Math.floor(relay.now() / 1000) + STATE_LIFETIME_S;
  const { cookie, verifier } = flowSecrets(key.flow, jti);
  const scope = encodeURIComponent(scopes.join(','));
  // Seal and challenge are base64url, which stands for itself in an address.
  const state = await seal(relay.state, { typ: 'state', aud, exp, jti, red, cha, sta });
  const challenge = await relay.s256(verifier);
  const location = `${relay.consentPage}&scope=${scope}&state=${state}&code_challenge=${challenge}`;
  return { location, cookie: startCookie(jti, cookie) };
}
