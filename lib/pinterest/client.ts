import { apiBase, type Environment } from '../account/environment.ts';
import { type Clock, systemClock } from '../http/clock.ts';
import type { Patience } from '../http/exchange.ts';
import type { SentAgain } from '../http/sent-again.ts';
import { createServerClock, type ServerClock } from '../http/server-clock.ts';
import { type Budget, createBudget } from './budget.ts';
import type { BudgetStore } from './budget-state.ts';

/** Whose requests these are: lib/account gives it. */
export interface Session {
  /**
   * A token that can be used now. `rejected` is a token that Pinterest has just refused: it is renewed unless
   * somebody already did.
   */
  accessToken(options?: { rejected?: string; signal?: AbortSignal | undefined }): Promise<string>;
  /** What the person allowed; undefined when Pinterest did not say. */
  grantedScopes?(): Promise<readonly string[] | undefined>;
}

export interface ClientOptions extends Session {
  environment: Environment;
  fetch?: typeof fetch;
  clock?: Clock;
  random?: () => number;
  /** Shared with the account, so that both judge time by the server's clock. */
  serverClock?: ServerClock;
  budgetStore?: BudgetStore;
  /** Longest wait for a rate limit inside a call, in milliseconds; a longer one is thrown as `RateLimited`. */
  mostWaitMs?: number;
  patience?: Patience;
  /** Whether the browser thinks it is online (`navigator.onLine`); it may be wrong when it says no. */
  isOnline?: () => boolean;
  /** Watches for writes that the browser itself sends more than once; nobody does when absent. */
  sentAgain?: SentAgain;
}

/** One account in one environment: what every resource function takes first. */
export interface Pinterest {
  readonly baseUrl: string;
  readonly session: Session;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly serverClock: ServerClock;
  readonly budget: Budget;
  readonly mostWaitMs: number;
  readonly patience: Patience | undefined;
  readonly isOnline: () => boolean;
  readonly sentAgain: SentAgain | undefined;
}

/** A client of the Pinterest API v5. It keeps no data but its rate budget; what it is given, it only calls. */
export function createClient(options: ClientOptions): Pinterest {
  const { clock = systemClock, random = Math.random, mostWaitMs = 60_000, budgetStore } = options;
  return {
    baseUrl: apiBase[options.environment],
    session: options,
    fetch: options.fetch ?? globalThis.fetch,
    clock,
    random,
    serverClock: options.serverClock ?? createServerClock(clock.now),
    budget: createBudget({ clock, random, store: budgetStore, mostWaitMs }),
    mostWaitMs,
    patience: options.patience,
    isOnline: options.isOnline ?? (() => true),
    sentAgain: options.sentAgain,
  };
}
