import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import { exchange, type Patience } from '../http/exchange.ts';
import { RequestFailure } from '../http/failure.ts';
import { parseJson } from '../http/parse-json.ts';
import type { ServerClock } from '../http/server-clock.ts';
import type { Tokens } from './connection.ts';
import { parseScopes } from './scopes.ts';
import type { TokenServer } from './token-server.ts';

/** A token server said no: in Pinterest's words (a number) or in OAuth's (a name). */
export class TokenRefused extends RequestFailure {
  override readonly name = 'TokenRefused';

  constructor(
    readonly status: number,
    readonly reason: { pinterestCode?: number | undefined; error?: string | undefined },
  ) {
    super('token-refused', 'wait', `the token request was refused: ${status} ${reason.error ?? reason.pinterestCode}`);
  }
}

/** No token, and no refusal either: 5xx, a rate limit, or an answer that cannot be read. */
export class TokenAnswerUnusable extends RequestFailure {
  override readonly name = 'TokenAnswerUnusable';

  constructor(readonly status: number) {
    super('token-answer-unusable', 'wait', `the token request was answered ${status}, unusably`);
  }
}

export interface TokenRequestOptions {
  fetch: typeof fetch;
  serverClock: ServerClock;
  patience?: Patience | undefined;
  signal?: AbortSignal | undefined;
}

const RefusalBody = z.union([
  z.pipe(
    z.object({ error: z.string() }),
    z.transform(({ error }) => ({ error })),
  ),
  z.pipe(
    z.object({ code: z.union([z.number(), z.string()]) }),
    z.transform(({ code }) => ({ pinterestCode: Number(code) })),
  ),
]);

/** Tokens for an authorization code whose answer has been checked. */
export async function exchangeCode(
  server: TokenServer,
  answer: { parameters: URLSearchParams; redirectUri: string; codeVerifier: string },
  options: TokenRequestOptions,
): Promise<Tokens> {
  const { as, client, auth } = server;
  const { parameters, redirectUri, codeVerifier } = answer;
  const settings = settingsFor(server, options);
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    auth,
    parameters,
    redirectUri,
    codeVerifier,
    settings,
  );
  return tokensFrom(await readTokens(response), options.serverClock);
}

/** New tokens for the refresh token of `old`; what the answer leaves out stays. */
export async function renewTokens(server: TokenServer, old: Tokens, options: TokenRequestOptions): Promise<Tokens> {
  const { as, client, auth } = server;
  const settings = settingsFor(server, options);
  const response = await oauth.refreshTokenGrantRequest(as, client, auth, old.refreshToken ?? '', settings);
  return tokensFrom(await readTokens(response), options.serverClock, old);
}

function settingsFor(server: TokenServer, options: TokenRequestOptions): oauth.TokenEndpointRequestOptions {
  return {
    ...(server.dpop ? { DPoP: server.dpop } : {}),
    // A relay on this machine, for its developer: loopback is the one place where http is taken.
    [oauth.allowInsecureRequests]: isLoopback(server.as.token_endpoint),
    [oauth.customFetch]: (url, init) => tokenFetch(url, init, options),
  };
}

/** True for an `http:` address that cannot leave this machine. */
export function isLoopback(url: string | undefined): boolean {
  const { protocol, hostname } = new URL(url ?? 'about:blank');
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Lets through what oauth4webapi would not: a 201 (documented since 5.28) and Pinterest's own errors. */
async function tokenFetch(url: string, init: RequestInit, options: TokenRequestOptions): Promise<Response> {
  const { status, headers, text } = await exchange(url, init, options);
  options.serverClock.observe(headers);
  if (status >= 200 && status < 300) return new Response(text, { status: 200, headers });
  if (status >= 400 && status < 500 && status !== 429) {
    const reason = RefusalBody.safeParse(readOrNothing({ status, text }));
    if (reason.success) throw new TokenRefused(status, reason.data);
  }
  throw new TokenAnswerUnusable(status);
}

function readOrNothing(answer: { status: number; text: string }): unknown {
  try {
    return parseJson(answer);
  } catch {
    return undefined;
  }
}

/** Pinterest's documented lifetime of an access token, for an answer that does not say. */
const usualLifetimeSeconds = 30 * 24 * 3600;
const Token = z.string().check(z.minLength(1));
const Seconds = z.catch(
  z.optional(
    z.pipe(
      z.pipe(z.union([z.number(), z.string()]), z.transform(Number)),
      z.number().check(z.refine((seconds) => seconds >= 0)),
    ),
  ),
  undefined,
);

/** RFC 6749 §5.1, with Pinterest's additions: strict about tokens, tolerant about the rest. */
const TokenAnswer = z.object({
  access_token: Token,
  refresh_token: z.optional(Token),
  expires_in: Seconds,
  refresh_token_expires_in: Seconds,
  scope: z.catch(z.optional(z.string()), undefined),
});
type TokenAnswer = z.infer<typeof TokenAnswer>;

/** The schema instead of oauth4webapi's own reading: it would carry code for id tokens (3 KB) and cite the answer. */
async function readTokens(response: Response): Promise<TokenAnswer> {
  const answer = { status: response.status, text: await response.text() };
  const result = TokenAnswer.safeParse(readOrNothing(answer));
  if (!result.success) throw new TokenAnswerUnusable(response.status);
  return result.data;
}

function tokensFrom(body: TokenAnswer, serverClock: ServerClock, old?: Tokens): Tokens {
  const nowMs = serverClock.now();
  const refreshSeconds = body.refresh_token_expires_in;
  const scopes = parseScopes(body.scope ?? '');
  const tokens: Tokens = {
    accessToken: body.access_token,
    accessExpiresAtMs: nowMs + (body.expires_in ?? usualLifetimeSeconds) * 1000,
    scopes: scopes.length > 0 ? scopes : (old?.scopes ?? []),
    clockOffsetMs: serverClock.offsetMs() ?? 0,
  };
  const refreshToken = body.refresh_token ?? old?.refreshToken;
  if (refreshToken) tokens.refreshToken = refreshToken;
  if (refreshSeconds !== undefined) tokens.refreshExpiresAtMs = nowMs + refreshSeconds * 1000;
  return tokens;
}
