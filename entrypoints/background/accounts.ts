import { createAccount } from '../../lib/account/account.ts';
import type { Environment } from '../../lib/account/environment.ts';
import { createIdbStore } from '../../lib/account/idb-store.ts';
import { hashAccountId } from '../../lib/account/identify.ts';
import { launchSignIn, redirectUris } from '../../lib/account/launch.ts';
import { savingScopes } from '../../lib/account/scopes.ts';
import type { SignInRequest } from '../../lib/account/sign-in.ts';
import { Failure } from '../../lib/failure.ts';
import { createServerClock } from '../../lib/http/server-clock.ts';
import type { Credentials } from '../../lib/messages/protocol.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import { createClient, type Pinterest } from '../../lib/pinterest/client.ts';
import { getUserAccount } from '../../lib/pinterest/user-account.ts';
import { account as shown } from '../../lib/settings/account.ts';
import { environment as chosen } from '../../lib/settings/environment.ts';
import { sessionPart } from '../../lib/storage/prefixed.ts';

const budgets = sessionPart('budget:');

/** The connected account: who it is, its client, and the ways in and out. */
export type Accounts = ReturnType<typeof createAccounts>;

export function createAccounts() {
  const serverClock = createServerClock(Date.now);
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
  let reading: Promise<AccountView | undefined> | undefined;

  function client(environment: Environment): Pinterest {
    const known = clients.get(environment);
    if (known) return known;
    const budgetStore = {
      read: () => budgets.get(environment),
      write: (state: unknown) => budgets.set(environment, state),
    };
    const made = createClient({
      environment,
      ...account.session(environment),
      serverClock,
      budgetStore,
      isOnline: () => navigator.onLine,
    });
    clients.set(environment, made);
    return made;
  }

  /** What is stored of the connection; the name and picture follow when Pinterest has told them. */
  async function read(): Promise<AccountView | undefined> {
    const seen = await shown.get();
    if (seen !== undefined) return seen ?? undefined;
    const environment = await chosen.get();
    const connection = await account.connection(environment);
    const view: AccountView | undefined = connection && {
      connectionId: connection.id,
      kind: connection.kind,
      environment,
      scopes: [...connection.scopes],
      needsSignIn: false,
      isTrial: false,
    };
    await shown.set(view ?? null);
    if (view) void name(view).catch(() => undefined);
    return view;
  }

  async function name(view: AccountView): Promise<AccountView> {
    const { username, profile_image: imageUrl } = await getUserAccount(client(view.environment));
    const named = { ...view, username, ...(imageUrl && { imageUrl }) };
    await shown.update((current) => (current?.connectionId === view.connectionId ? { ...current, ...named } : current));
    return named;
  }

  async function signIn(environment: Environment, way: SignInRequest['way']): Promise<AccountView> {
    await account.signIn({ environment, way, scopes: savingScopes });
    return connected(environment);
  }

  /** A new connection is there: forgets what was shown of the one before. */
  async function connected(environment: Environment): Promise<AccountView> {
    await chosen.set(environment);
    await shown.remove();
    reading = undefined;
    const view = await current();
    if (!view) throw new Failure('not-connected', 'the connection was not stored');
    return name(view).catch(() => view);
  }

  function current(): Promise<AccountView | undefined> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  return {
    client,
    /** What is left of the rate limits, as it is stored; undefined before the first request. */
    budget: (environment: Environment) => budgets.get(environment),
    /** A client that stops with its connection: a job is never sent with another account's token. */
    clientOf: (environment: Environment, connectionId: string): Pinterest => ({
      ...client(environment),
      session: account.session(environment, connectionId),
    }),
    /** Who is connected now; undefined when nobody is. */
    current,
    async connect(credentials: Credentials): Promise<AccountView> {
      if (credentials.kind === 'relay') {
        const { relayUrl: address } = credentials;
        return signIn(await account.relayEnvironment(address), { kind: 'relay', address });
      }
      const { environment, appId, appSecret } = credentials;
      return signIn(environment, { kind: 'own-app', appId, appSecret });
    },
    /** Signs in again over the connection that ended. */
    async signInAgain(): Promise<AccountView> {
      const environment = await chosen.get();
      await account.signInAgain(environment, savingScopes);
      return connected(environment);
    },
    async disconnect(): Promise<void> {
      await account.disconnect(await chosen.get());
      await shown.set(null);
    },
    /** Remembers for this browser session what Pinterest said of the app or of the sign-in. */
    async mark(change: Partial<Pick<AccountView, 'needsSignIn' | 'isTrial'>>): Promise<void> {
      await shown.update((view) => view && { ...view, ...change });
    },
  };
}
