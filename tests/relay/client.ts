import { randomBytes } from 'node:crypto';
import { s256 } from '../../relay/flow.ts';
import { REDIRECTS } from './config.ts';
import { type DpopKey, dpopProof } from './dpop-proof.ts';
import type { Pinterest } from './pinterest.ts';
import type { RunningRelay } from './running.ts';

type Changes = Readonly<Record<string, string | undefined>>;

/** What a client of its own making holds after a sign-in. Unlike a library it can be told to do everything wrong. */
export interface SignIn {
  readonly verifier: string;
  readonly state: string;
  readonly redirect: string;
  /** What came back to the redirect. */
  readonly answer: URLSearchParams;
  readonly code: string;
}

export const newVerifier = (): string => randomBytes(32).toString('base64url');

/** The path of an authorization request; a change to `undefined` leaves the parameter out. */
export function authorizePath(changes: Changes = {}): string {
  const parameters = {
    client_id: 'tack',
    response_type: 'code',
    redirect_uri: REDIRECTS[0],
    scope: 'boards:read pins:write',
    state: 'client-state',
    code_challenge: s256(newVerifier()),
    code_challenge_method: 'S256',
    ...changes,
  };
  return `/authorize?${form(parameters)}`;
}

/** `name=value` of the cookies that an answer sets. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Where the continue page goes, by its meta refresh. */
export function continuesTo(html: string): URL {
  const content = /http-equiv="refresh" content="0;url=([^"]*)"/.exec(html)?.[1] ?? '';
  return new URL(content.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))));
}

/** Starts a flow and lets the person decide at Pinterest: the address that Pinterest sends the browser to. */
export async function toCallback(
  relay: RunningRelay,
  pinterest: Pinterest,
  { changes = {}, decision = 'allow' }: { changes?: Changes; decision?: 'allow' | 'deny' } = {},
): Promise<{ callback: URL; cookie: string }> {
  const start = await relay.fetch(authorizePath(changes));
  const callback = await pinterest.decide(start.headers.get('Location') ?? '', decision);
  return { callback, cookie: cookiesOf(start) };
}

/** The whole way to a code. */
export async function signIn(
  relay: RunningRelay,
  pinterest: Pinterest,
  { redirect = REDIRECTS[0], decision = 'allow' }: { redirect?: string; decision?: 'allow' | 'deny' } = {},
): Promise<SignIn> {
  const verifier = newVerifier();
  const state = randomBytes(16).toString('hex');
  const changes = { state, redirect_uri: redirect, code_challenge: s256(verifier) };
  const { callback, cookie } = await toCallback(relay, pinterest, { changes, decision });
  const page = await relay.fetch(callback, { headers: { Cookie: cookie } });
  const target = continuesTo(await page.text());
  return { verifier, state, redirect, answer: target.searchParams, code: target.searchParams.get('code') ?? '' };
}

/** Sends a token request; `proof` is its DPoP header. */
export function post(relay: RunningRelay, parameters: Changes, proof?: string): Promise<Response> {
  const headers = proof === undefined ? {} : { DPoP: proof };
  return relay.fetch('/token', { method: 'POST', body: form(parameters), headers });
}

/** Exchanges a code, with whatever a test wants changed. */
export async function exchange(
  relay: RunningRelay,
  { code, verifier, redirect }: SignIn,
  key: DpopKey,
  changes: Changes = {},
): Promise<Response> {
  const parameters = {
    grant_type: 'authorization_code',
    client_id: 'tack',
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
    ...changes,
  };
  return post(relay, parameters, await dpopProof(key, { htu: `${relay.issuer}/token` }));
}

/** Uses a refresh token, with whatever a test wants changed. */
export async function refresh(
  relay: RunningRelay,
  token: string,
  key: DpopKey,
  changes: Changes = {},
): Promise<Response> {
  const parameters = { grant_type: 'refresh_token', client_id: 'tack', refresh_token: token, ...changes };
  return post(relay, parameters, await dpopProof(key, { htu: `${relay.issuer}/token` }));
}

function form(parameters: Changes): URLSearchParams {
  const present = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) present.append(name, value);
  return present;
}
