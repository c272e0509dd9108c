import { type Account, createAccount } from '../../lib/account/account.ts';
import type { Environment } from '../../lib/account/environment.ts';
import { createIdbStore } from '../../lib/account/idb-store.ts';
import { savingScopes, secretScopes } from '../../lib/account/scopes.ts';
import { authorizeInWindow, redirectUris } from '../../lib/account/web-auth.ts';
import { Failure } from '../../lib/failure.ts';
import { createServerClock } from '../../lib/http/server-clock.ts';
import type { Credentials } from '../../lib/messages/protocol.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import { type Pinterest, createClient } from '../../lib/pinterest/client.ts';
import { getUserAccount } from '../../lib/pinterest/user-account.ts';
import { accountHash } from '../../lib/account/account-hash.ts';
import { account as shownAccount } from '../../lib/settings/account.ts';
import { environment as chosenEnvironment } from '../../lib/settings/environment.ts';
import { settings } from '../../lib/settings/settings.ts';
import { sessionPart } from '../../lib/storage/prefixed.ts';

/** The connected account: who it is, its client, and the ways in and out. */
export interface Accounts {
  /** Who is connected now; undefined when nobody is. */
  current(): Promise<AccountView | undefined>;
  client(environment: Environment): Pinterest;
  connect(credentials: Credentials): Promise<AccountView>;
  /** Signs in again over the connection that ended. */
  signInAgain(): Promise<AccountView>;
  disconnect(): Promise<void>;
  /** Remembers for this browser session what Pinterest said of the app or the sign-in. */
  mark(change: Partial<Pick<AccountView, 'needsSignIn' | 'isTrial'>>): Promise<void>;
}
