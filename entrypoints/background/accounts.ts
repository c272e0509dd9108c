import * as z from 'zod/mini';
import { createAccount } from '../../lib/account/account.ts';
import type { Environment } from '../../lib/account/environment.ts';
import { createIdbStore } from '../../lib/account/idb-store.ts';
import { hashAccountId } from '../../lib/account/identify.ts';
import { launchSignIn, redirectUris } from '../../lib/account/launch.ts';
import { savingScopes, secretScopes } from '../../lib/account/scopes.ts';
import type { Session } from '../../lib/account/session.ts';
import type { SignInRequest } from '../../lib/account/sign-in.ts';
import { Failure } from '../../lib/failure.ts';
import { watchSentAgain } from '../../lib/http/sent-again.ts';
import { createServerClock } from '../../lib/http/server-clock.ts';
import type { Credentials } from '../../lib/messages/protocol.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import { createClient, type Pinterest } from '../../lib/pinterest/client.ts';
import { getUserAccount } from '../../lib/pinterest/user-account.ts';
import { environment as chosen } from '../../lib/settings/environment.ts';
import { settings } from '../../lib/settings/settings.ts';
import { item } from '../../lib/storage/item.ts';
import { sessionPart } from '../../lib/storage/prefixed.ts';
import { createShownAccount } from './shown-account.ts';

/** The environment of a sign-in by pasting, which outlives the worker. */
const pasting = item('session', 'pasting', z.enum(['production', 'sandbox']), () => 'production' as const);
const budgets = sessionPart('budget:');

/** The connected account: who it is, its client, and the ways in and out. */
export type Accounts = ReturnType<typeof createAccounts>;

export function createAccounts() {
  const serverClock = createServerClock(Date.now);
  const sentAgain = watchSentAgain();
  const clients = new Map<Environment, Pinterest>();
  const account = createAccount({
    store: createIdbStore(),
    authorize: launchSignIn,
    redirectUri: redirectUris(),
    serverClock,
    async identify(accessToken, environment) {
      const bearer = createClient({ environment, accessToken: async () => accessToken, serverClock });
      const { id, username } = await getUserAccount(bearer);
      return hashAccountId(id ?? username);
    },
  });
  const { mark, current, renew, showNobody } = createShownAccount(account, client);

  function client(environment: Environment): Pinterest {
    const known = clients.get(environment);
    if (known) return known;
    const budgetStore = {
      read: () => budgets.get(environment),
      write: (state: unknown) => budgets.set(environment, state),
    };
    const made = createClient({
      environment,
      ...watched(account.session(environment)),
      serverClock,
      budgetStore,
      isOnline: () => navigator.onLine,
      sentAgain,
    });
    clients.set(environment, made);
    return made;
  }

  /** Tokens as they are; that a sign-in has ended is shown, whichever request finds it out. */
  function watched(session: Session): Session {
    return {
      ...session,
      accessToken: (options) =>
        session.accessToken(options).catch(async (error: unknown) => {
          if (error instanceof Failure && error.code === 'sign-in-again') await mark({ needsSignIn: true });
          throw error;
        }),
    };
  }

  async function signIn(request: Omit<SignInRequest, 'scopes'>): Promise<AccountView> {
    await account.signIn({ ...request, scopes: await scopes() });
    return connected(request.environment);
  }

  async function signInOf(credentials: Credentials): Promise<Omit<SignInRequest, 'scopes'>> {
    if (credentials.kind === 'relay') {
      const { relayUrl: address } = credentials;
      return { environment: await account.relayEnvironment(address), way: { kind: 'relay', address } };
    }
    const { environment, appId, appSecret } = credentials;
    return { environment, way: { kind: 'own-app', appId, appSecret } };
  }

  /** What Pinterest is asked for: no more than the person wants to use. */
  async function scopes(): Promise<readonly string[]> {
    const { secretBoards } = await settings.get();
    return secretBoards ? [...savingScopes, ...secretScopes] : savingScopes;
  }

  async function connected(environment: Environment): Promise<AccountView> {
    await chosen.set(environment);
    return renew();
  }

  /** Reads what a request needs (token, rates) while something else takes its time. */
  async function warmUp(): Promise<void> {
    const view = await current();
    if (!view) return;
    const { session, budget } = client(view.environment);
    await Promise.all([session.grantedScopes?.(), budget.load()]);
  }

  return {
    client,
    warmUp,
    /** A client that stops with its connection: a job is never sent with another account's token. */
    clientOf: (environment: Environment, connectionId: string): Pinterest => ({
      ...client(environment),
      session: watched(account.session(environment, connectionId)),
    }),
    /** What is left of the rate limits, as it is stored; undefined before the first request. */
    budget: (environment: Environment) => budgets.get(environment),
    /** Who is connected now; undefined when nobody is. */
    current,
    connect: async (credentials: Credentials): Promise<AccountView> => signIn(await signInOf(credentials)),
    /** Begins a sign-in by pasting; gives the address to open. */
    async startPaste(credentials: Credentials): Promise<string> {
      const request = await signInOf(credentials);
      await pasting.set(request.environment);
      return account.startPaste({ ...request, scopes: await scopes() });
    },
    async finishPaste(address: string): Promise<AccountView> {
      await account.finishPaste(address);
      return connected(await pasting.get());
    },
    /** Signs in again over the connection that ended. */
    async signInAgain(): Promise<AccountView> {
      const environment = await chosen.get();
      await account.signInAgain(environment, await scopes());
      return connected(environment);
    },
    async disconnect(): Promise<void> {
      await account.disconnect(await chosen.get());
      await showNobody();
    },
    /** Forgets every connection, and what was shown of the one in use. */
    async forgetAll(): Promise<void> {
      await Promise.all([account.disconnect('production'), account.disconnect('sandbox')]);
      await showNobody();
    },
    mark,
  };
}
