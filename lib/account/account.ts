import { systemClock } from '../http/clock.ts';
import { createServerClock } from '../http/server-clock.ts';
import type { Environment } from './environment.ts';
import { SessionFailure } from './failure.ts';
import type { AccountOptions } from './options.ts';
import { discoverRelay } from './relay.ts';
import { createSession, type Session } from './session.ts';
import { createSignIn, type SignInRequest, type SignIns } from './sign-in.ts';

/** What may be known of a connection outside this room. */
export interface ConnectionFacts {
  id: string;
  environment: Environment;
  kind: SignInRequest['way']['kind'];
  /** The app's id or the relay's address. */
  through: string;
  /** Empty when Pinterest did not say. */
  scopes: readonly string[];
}

/** Connections to Pinterest: signing in and out, and tokens for the client. */
export interface Account extends SignIns {
  /** Tokens of one environment, for `createClient`; of one connection only when its id is given. */
  session(environment: Environment, connectionId?: string): Session;
  connection(environment: Environment): Promise<ConnectionFacts | undefined>;
  /** Where a relay's connections save to, as its metadata says. Failures: `relay-address-invalid`, `relay-unusable`. */
  relayEnvironment(address: string): Promise<Environment>;
  /** Signs in over the app or relay that is stored, as when Pinterest ended the session. Failures as `signIn`. */
  signInAgain(environment: Environment, scopes: readonly string[], signal?: AbortSignal): Promise<string>;
  /** Forgets tokens, secret and key of an environment at once. Pinterest offers no way to revoke them. */
  disconnect(environment: Environment): Promise<void>;
}

export function createAccount(options: AccountOptions): Account {
  const { clock = systemClock, store } = options;
  const parts = {
    ...options,
    fetch: options.fetch ?? globalThis.fetch,
    clock,
    serverClock: options.serverClock ?? createServerClock(clock.now),
    locks: options.locks ?? navigator.locks,
  };
  const sessions = {
    production: createSession('production', parts),
    sandbox: createSession('sandbox', parts),
  };
  const signIns = createSignIn(parts, (connection) => sessions[connection.environment].forget());
  return {
    ...signIns,
    relayEnvironment: async (address) => (await discoverRelay(address, parts)).environment ?? 'production',
    async signInAgain(environment, scopes, signal) {
      const known = await store.read(environment);
      if (!known) throw new SessionFailure('not-connected');
      const way = known.way.kind === 'own-app' ? known.way : ({ kind: 'relay', address: known.way.issuer } as const);
      return signIns.signIn({ environment, scopes, way }, signal);
    },
    session: (environment, connectionId) =>
      connectionId === undefined ? sessions[environment] : sessions[environment].of(connectionId),
    async connection(environment) {
      const known = await store.read(environment);
      if (!known) return undefined;
      const { id, way, tokens } = known;
      const through = way.kind === 'own-app' ? way.appId : way.issuer;
      return { id, environment, kind: way.kind, through, scopes: tokens.scopes };
    },
    async disconnect(environment) {
      sessions[environment].forget();
      await store.remove(environment);
      sessions[environment].forget();
    },
  };
}
