import { TransportFailure } from '../http/failure.ts';
import { beginAuthorization, readAuthorization } from './authorization.ts';
import type { Connection, Way } from './connection.ts';
import type { Environment } from './environment.ts';
import { SignInFailure } from './failure.ts';
import type { AccountOptions } from './options.ts';
import { discoverRelay, makeRelayKey } from './relay.ts';
import { exchangeCode, TokenAnswerUnusable, TokenRefused } from './token-request.ts';
import { ownAppServer, relayServer, type TokenServer } from './token-server.ts';

type Parts = Required<Pick<AccountOptions, 'store' | 'authorize' | 'redirectUri' | 'fetch' | 'clock' | 'serverClock'>> &
  Pick<AccountOptions, 'identify' | 'patience'>;

/** What a person typed to be connected. */
export interface SignInRequest {
  environment: Environment;
  /** `savingScopes`, and `secretScopes` when secret boards are turned on. */
  scopes: readonly string[];
  way: { kind: 'own-app'; appId: string; appSecret: string } | { kind: 'relay'; address: string };
}

/** Where a person's own app may end when Pinterest does not take the extension's own address. */
export const pasteRedirectUri = 'http://localhost:8085/';
const longestPasteMs = 15 * 60_000;

export interface SignIns {
  /** Signs in and stores the connection, or throws `SignInFailure` and stores nothing. Gives the connection's id. */
  signIn(request: SignInRequest, signal?: AbortSignal): Promise<string>;
  /** Begins a sign-in by pasting: the address to open. It is good for a quarter of an hour. */
  startPaste(request: SignInRequest): Promise<string>;
  /** Ends it with the address that the browser could not open, under the same checks. */
  finishPaste(address: string, signal?: AbortSignal): Promise<string>;
}

/** @param onConnected called when a connection was replaced */
export function createSignIn(parts: Parts, onConnected: (connection: Connection) => void): SignIns {
  let isBusy = false;

  /** Chromium shows one sign-in window at a time; a second would take the first one's answer. */
  async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    if (isBusy) throw new SignInFailure('sign-in-window-busy');
    isBusy = true;
    try {
      return await work();
    } catch (failure) {
      throw named(failure);
    } finally {
      isBusy = false;
    }
  }

  async function connect(
    environment: Environment,
    way: Way,
    server: TokenServer,
    answer: { parameters: URLSearchParams; redirectUri: string; codeVerifier: string },
    signal?: AbortSignal,
  ): Promise<string> {
    const tokens = await exchangeCode(server, answer, { ...parts, signal });
    const accountHash = await parts.identify?.(tokens.accessToken, environment).catch(() => undefined);
    const old = await parts.store.read(environment);
    const isSame = accountHash !== undefined && old?.accountHash === accountHash;
    // An account that comes back, with others in between, finds the saves that wait for it.
    const id = isSame ? old.id : (accountHash ?? crypto.randomUUID());
    if (signal?.aborted) throw new SignInFailure('sign-in-stopped');
    const connection: Connection = { id, environment, way, tokens, ...(accountHash ? { accountHash } : {}) };
    await parts.store.write(connection);
    onConnected(connection);
    return id;
  }

  return {
    signIn: (request, signal) =>
      alone(async () => {
        const { environment, scopes } = request;
        const { way, server } = await prepare(request, parts, signal);
        const begun = await beginAuthorization(server, parts.redirectUri[way.kind], scopes);
        const parameters = readAuthorization(server, begun, await parts.authorize(begun.url, signal));
        return connect(environment, way, server, { ...begun, parameters }, signal);
      }),
    startPaste: (request) =>
      alone(async () => {
        const { way, server } = await prepare(request, parts);
        if (way.kind !== 'own-app') throw new SignInFailure('sign-in-wrong-address');
        const { url, ...begun } = await beginAuthorization(server, pasteRedirectUri, request.scopes);
        const { appId, appSecret } = way;
        const { environment } = request;
        const startedAtMs = parts.clock.now();
        await parts.store.writePending({ environment, appId, appSecret, ...begun, startedAtMs });
        return url;
      }),
    finishPaste: (address, signal) =>
      alone(async () => {
        const pending = await parts.store.readPending();
        const ageMs = parts.clock.now() - (pending?.startedAtMs ?? 0);
        if (!pending || ageMs > longestPasteMs || ageMs < 0) throw new SignInFailure('sign-in-not-started');
        const { environment, appId, appSecret } = pending;
        const server = ownAppServer(environment, { appId, appSecret });
        const parameters = readAuthorization(server, pending, address);
        // The code works once: whatever comes of it, the next try begins anew.
        await parts.store.writePending(undefined);
        const way = { kind: 'own-app', appId, appSecret } as const;
        return connect(environment, way, server, { ...pending, parameters }, signal);
      }),
  };
}

async function prepare(
  request: SignInRequest,
  parts: Parts,
  signal?: AbortSignal,
): Promise<{ way: Way; server: TokenServer }> {
  const { environment } = request;
  if (request.way.kind === 'own-app') {
    const appId = request.way.appId.trim();
    const appSecret = request.way.appSecret.trim();
    // Basic credentials are one line of ASCII (RFC 7617), and a colon would end the id early.
    if (!/^[!-9;-~]+$/.test(appId) || !/^[!-~]+$/.test(appSecret)) throw new SignInFailure('sign-in-wrong-secret');
    const way = { kind: 'own-app', appId, appSecret } as const;
    return { way, server: ownAppServer(environment, way) };
  }
  const metadata = await discoverRelay(request.way.address, { ...parts, signal });
  if (metadata.environment && metadata.environment !== environment) throw new SignInFailure('relay-unusable');
  const way = { kind: 'relay', issuer: metadata.as.issuer, ...(await makeRelayKey()) } as const;
  return { way, server: relayServer(metadata.as, way, metadata.clientId, parts.serverClock) };
}

/** Every way a sign-in can fail has one name. */
function named(failure: unknown): SignInFailure {
  if (failure instanceof SignInFailure) return failure;
  if (failure instanceof TokenAnswerUnusable) return new SignInFailure('sign-in-bad-answer', failure.message);
  if (failure instanceof TransportFailure) {
    return new SignInFailure(failure.code === 'stopped' ? 'sign-in-stopped' : 'sign-in-no-network', failure.message);
  }
  if (!(failure instanceof TokenRefused)) return new SignInFailure('sign-in-page-failed');
  const { pinterestCode, error } = failure.reason;
  if (error !== undefined) return new SignInFailure('relay-refused', failure.message);
  if (pinterestCode === 3) return new SignInFailure('sign-in-app-not-approved', failure.message);
  if (failure.status === 401 && pinterestCode !== 283)
    return new SignInFailure('sign-in-wrong-secret', failure.message);
  return new SignInFailure('sign-in-code-refused', failure.message);
}
