import { equalInConstantTime } from './constant-time.ts';
import { OAuthError } from './errors.ts';
import type { Relay } from './relay.ts';
import { open } from './seals.ts';
import { type ClientAnswer, clientAnswer } from './token-answer.ts';

const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

/** The `authorization_code` grant (RFC 6749 §4.1.3, RFC 7636 §4.6), bound to the key of the DPoP proof. */
export async function codeGrant(
  relay: Relay,
  parameters: ReadonlyMap<string, string>,
  proof: string | undefined,
): Promise<ClientAnswer> {
  const verifier = parameters.get('code_verifier') ?? '';
  if (!VERIFIER.test(verifier)) throw new OAuthError('invalid_request', 'code_verifier is missing or malformed.');
  const opened = await open(relay.code, parameters.get('code'), { audience: relay.audiences, now: relay.now() });
  const redirect = relay.config.ALLOWED_REDIRECTS[opened?.claims.red ?? -1];
  if (
    !opened ||
    redirect === undefined ||
    relay.audiences[opened.claims.red] !== opened.claims.aud ||
    !equalInConstantTime(parameters.get('redirect_uri') ?? '', redirect) ||
    !equalInConstantTime(await relay.s256(verifier), opened.claims.cha)
  ) {
    throw new OAuthError('invalid_grant', 'The code is not valid, or it belongs to another request.');
  }
  const thumbprint = await relay.verifyDpop(proof);
  const answer = await relay.exchange('authorization_code', {
    code: opened.claims.pin,
    redirect_uri: `${relay.config.ISSUER}/callback`,
    code_verifier: opened.claims.ver,
    // Gives apps made before 2025-09-25 the refresh token that is renewed at every use; others have it anyway.
    continuous_refresh: 'true',
  });
  return clientAnswer(relay, answer, answer.refresh_token, thumbprint);
}
