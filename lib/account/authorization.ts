import * as oauth from 'oauth4webapi';
import { SignInFailure } from './failure.ts';
import type { TokenServer } from './token-server.ts';

/** A sign-in under way: the address to open, and what its answer is checked against. */
export interface Authorization {
  url: string;
  redirectUri: string;
  state: string;
  codeVerifier: string;
}

/** Begins the authorization code flow with PKCE (S256) and state. RFC 6749 §4.1, RFC 7636. */
export async function beginAuthorization(
  { as, client }: TokenServer,
  redirectUri: string,
  scopes: readonly string[],
): Promise<Authorization> {
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(as.authorization_endpoint ?? '');
  const parameters = {
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes.join(','),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, redirectUri, state, codeVerifier };
}

/**
 * Checks where the sign-in ended and gives the parameters that hold its code. Failures: `sign-in-denied`,
 * `sign-in-wrong-address`, `sign-in-wrong-state`, `sign-in-page-failed`.
 */
export function readAuthorization(
  { as, client }: TokenServer,
  { redirectUri, state }: Omit<Authorization, 'url'>,
  redirectedTo: string,
): URLSearchParams {
  const url = URL.parse(redirectedTo.trim());
  const expected = new URL(redirectUri);
  if (!url || url.origin !== expected.origin || url.pathname !== expected.pathname) {
    throw new SignInFailure('sign-in-wrong-address');
  }
  // Whether Pinterest echoes `state` with a denial is unknown; a denial changes nothing, so it needs no proof.
  const error = url.searchParams.get('error');
  if (error) throw new SignInFailure(error === 'access_denied' ? 'sign-in-denied' : 'sign-in-page-failed');
  try {
    const parameters = oauth.validateAuthResponse(as, client, url, state);
    if (!parameters.get('code')) throw new SignInFailure('sign-in-wrong-address');
    return parameters;
  } catch (failure) {
    throw failure instanceof SignInFailure ? failure : new SignInFailure('sign-in-wrong-state');
  }
}
