import { unlessStopped } from '../http/clock.ts';
import type { Connection } from './connection.ts';
import type { Environment } from './environment.ts';
import { SessionFailure } from './failure.ts';
import type { AccountOptions } from './options.ts';
import { discoverRelay } from './relay.ts';
import { renewTokens, TokenRefused } from './token-request.ts';
import { ownAppServer, relayServer, type TokenServer } from './token-server.ts';

/** The part of `navigator.locks` that is needed. */
export interface LockManager {
  request<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}

type Parts = Required<Pick<AccountOptions, 'store' | 'fetch' | 'clock' | 'serverClock' | 'locks'>> &
  Pick<AccountOptions, 'patience'>;

type AccessOptions = { rejected?: string; signal?: AbortSignal | undefined };

/** Tokens for requests. */
export interface Session {
  /**
   * A token that can be used now, renewed first when a week or less is left of it, or when it is the one that was
   * `rejected`. Failures: `not-connected`, `sign-in-again`, `refresh-failed`.
   */
  accessToken(options?: AccessOptions): Promise<string>;
  /** What the person allowed; undefined when Pinterest did not say. */
  grantedScopes(): Promise<readonly string[] | undefined>;
}

/** The tokens of one environment, whoever is connected. */
export interface Sessions extends Session {
  /** Tokens of this connection only: `not-connected` once another has taken its place. */
  of(connectionId: string): Session;
  /** Drops what is held in memory. */
  forget(): void;
}

const renewAheadMs = 7 * 24 * 3600_000;
/** After a renewal ahead of time failed, the token that still works is used this long before the next try. */
const pauseAfterFailureMs = 10 * 60_000;

export function createSession(environment: Environment, parts: Parts): Sessions {
  const { store, clock, serverClock, locks } = parts;
  let held: Promise<Connection | undefined> | undefined;
  let aheadAgainAtMs = 0;
  const renewals = new Map<string, Promise<Connection>>();

  async function current(): Promise<Connection> {
    held ??= store.read(environment);
    const connection = await held;
    if (!connection) {
      held = undefined;
      throw new SessionFailure('not-connected');
    }
    return connection;
  }

  function remainingMs({ tokens }: Connection): number {
    const serverNowMs = clock.now() + (serverClock.offsetMs() ?? tokens.clockOffsetMs);
    return tokens.accessExpiresAtMs - serverNowMs;
  }

  const isDue = (connection: Connection) =>
    connection.tokens.refreshToken !== undefined && remainingMs(connection) < renewAheadMs;

  /** One renewal at a time, whoever asks: shared in this process, and locked among all. */
  function renewed(rejected: string | undefined): Promise<Connection> {
    const key = rejected ?? '';
    const running = renewals.get(key);
    if (running) return running;
    const renewal = locks
      .request(`tack-account-${environment}`, () => renewUnlessDone(rejected))
      .finally(() => renewals.delete(key));
    renewals.set(key, renewal);
    return renewal;
  }

  async function renewUnlessDone(rejected: string | undefined): Promise<Connection> {
    const known = await store.read(environment);
    if (!known) throw new SessionFailure('not-connected');
    const isDone = rejected === undefined ? !isDue(known) : known.tokens.accessToken !== rejected;
    const connection = isDone ? known : { ...known, tokens: await renew(known) };
    // Stored before it is used: a worker that dies now must not have lost the only refresh token that works.
    if (!isDone && !(await store.replace(connection))) throw new SessionFailure('not-connected');
    held = Promise.resolve(connection);
    return connection;
  }

  /** A lost answer is retried once with the old token; only a refusal asks to sign in again. */
  async function renew({ way, tokens }: Connection) {
    if (!tokens.refreshToken) throw new SessionFailure('sign-in-again');
    for (let isLast = false; ; isLast = true) {
      try {
        return await renewTokens(await serverFor(way), tokens, parts);
      } catch (cause) {
        if (cause instanceof TokenRefused && isFinal(cause)) throw new SessionFailure('sign-in-again', { cause });
        if (isLast) throw new SessionFailure('refresh-failed', { cause });
      }
    }
  }

  async function serverFor(way: Connection['way']): Promise<TokenServer> {
    if (way.kind === 'own-app') return ownAppServer(environment, way);
    const { as, clientId } = await discoverRelay(way.issuer, parts);
    return relayServer(as, way, clientId, serverClock);
  }

  async function renewedAhead(connection: Connection): Promise<Connection> {
    if (clock.now() < aheadAgainAtMs) return connection;
    try {
      return await renewed(undefined);
    } catch (failure) {
      if (failure instanceof SessionFailure && failure.code === 'not-connected') throw failure;
      aheadAgainAtMs = clock.now() + pauseAfterFailureMs;
      // The token at hand still works, or Pinterest will say so; nobody has to sign in for it yet.
      return connection;
    }
  }

  async function usable({ rejected, signal }: AccessOptions): Promise<Connection> {
    const connection = await current();
    if (connection.tokens.accessToken === rejected) return unlessStopped(renewed(rejected), signal);
    return isDue(connection) ? unlessStopped(renewedAhead(connection), signal) : connection;
  }

  function session(isOurs: (connection: Connection) => boolean): Session {
    const ours = (connection: Connection) => {
      if (!isOurs(connection)) throw new SessionFailure('not-connected');
      return connection.tokens;
    };
    return {
      async accessToken(options = {}) {
        ours(await current());
        return ours(await usable(options)).accessToken;
      },
      async grantedScopes() {
        const { scopes } = ours(await current());
        return scopes.length > 0 ? scopes : undefined;
      },
    };
  }

  return {
    ...session(() => true),
    of: (connectionId) => session(({ id }) => id === connectionId),
    forget() {
      held = undefined;
      aheadAgainAtMs = 0;
    },
  };
}

/** A 4xx in Pinterest's words is a refusal; in OAuth's, only what no later try can change. */
function isFinal({ reason }: TokenRefused): boolean {
  const { error } = reason;
  return error === undefined || ['invalid_grant', 'invalid_client', 'unauthorized_client'].includes(error);
}
