import type { Clock } from '../http/clock.ts';
import type { Patience } from '../http/exchange.ts';
import type { ServerClock } from '../http/server-clock.ts';
import type { Environment } from './environment.ts';
import type { LockManager } from './session.ts';
import type { SignInRequest } from './sign-in.ts';
import type { AccountStore } from './store.ts';

/** What the account room needs of the world. */
export interface AccountOptions {
  store: AccountStore;
  /** Opens the sign-in page and gives the address it ended at. Rejects with `SignInFailure`. */
  authorize(url: string, signal?: AbortSignal): Promise<string>;
  /** Own app and relay end at different addresses, so that one's answer is never taken for the other's. */
  redirectUri: Record<SignInRequest['way']['kind'], string>;
  /** A keyed hash of the account's id, so that signing in again as the same account keeps the connection's id. */
  identify?(accessToken: string, environment: Environment): Promise<string>;
  fetch?: typeof fetch;
  clock?: Clock;
  serverClock?: ServerClock;
  locks?: LockManager;
  patience?: Patience;
}
