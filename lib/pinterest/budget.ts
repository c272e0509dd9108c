import { type Clock, stoppedBeforeSending, unlessStopped } from '../http/clock.ts';
import { backoffMs } from './backoff.ts';
import { BudgetState, type BudgetStore, type Category, type CategoryBudget } from './budget-state.ts';
import { RateLimited } from './failure.ts';
import type { RateHeaders } from './rate-headers.ts';
import { afterAnswer, afterSending, atTime, waitMs } from './spread.ts';

/** Requests of one category in flight while its limits are unknown. */
const mostUnknown = 10;
const untold: Omit<CategoryBudget, 'blockedUntilMs' | 'refusals'> = {
  limit: 0,
  remaining: 0,
  resetAtMs: 0,
  nextAtMs: 0,
};

/** Keeps requests within Pinterest's rate limits ahead of time: they wait instead of being refused. */
export interface Budget {
  /** Reads what was kept while the worker slept; else the first request waits for it. */
  load(): Promise<void>;
  /**
   * Resolves when a request of this category may leave; then call `settle` exactly once.
   * @throws RateLimited when the wait would be longer than `mostWaitMs`; `stopped`
   */
  take(category: Category, signal?: AbortSignal): Promise<void>;
  /** @param headers of the answer; undefined when none came, or after `block` */
  settle(category: Category, headers: RateHeaders | undefined): void;
  /** A 429 came: nothing of this category leaves until the time it gives, or a backoff. Gives that time. */
  block(category: Category, headers: RateHeaders): number;
}

export interface BudgetOptions {
  clock: Clock;
  random: () => number;
  store?: BudgetStore | undefined;
  /** A longer wait is not slept through but reported, for the outbox to store. */
  mostWaitMs: number;
}

export function createBudget({ clock, random, store, mostWaitMs }: BudgetOptions): Budget {
  const state: BudgetState = {};
  const inFlight: Record<Category, number> = { org_read: 0, org_write: 0, org_analytics: 0 };
  const recent: Record<Category, number[]> = { org_read: [], org_write: [], org_analytics: [] };
  const queue: Partial<Record<Category, Promise<void>>> = {};
  const waiting = new Set<() => void>();
  let loading: Promise<void> | undefined;

  async function read() {
    const stored = BudgetState.safeParse(await store?.read().catch(() => undefined));
    if (stored.success) Object.assign(state, { ...stored.data, ...state });
  }

  function load(): Promise<void> {
    loading ??= read();
    return loading;
  }

  function keep() {
    store?.write({ ...state }).catch(() => undefined);
  }

  function known(category: Category): CategoryBudget | undefined {
    const budget = state[category];
    return budget && atTime(budget, clock.now());
  }

  /** Milliseconds to wait; undefined when an answer has to come first. */
  function waitFor(category: Category): number | undefined {
    const now = clock.now();
    const blockedMs = (state[category]?.blockedUntilMs ?? 0) - now;
    if (blockedMs > 0) return blockedMs;
    const budget = known(category);
    if (!budget) return inFlight[category] < mostUnknown ? 0 : undefined;
    const lastSecond = recent[category].filter((sentAtMs) => sentAtMs > now - 1_000);
    recent[category] = lastSecond;
    const overflow = budget.perSecond ? lastSecond[lastSecond.length - budget.perSecond] : undefined;
    return Math.max(waitMs(budget, now), overflow === undefined ? 0 : overflow + 1_000 - now);
  }

  async function waitTurn(category: Category, signal?: AbortSignal) {
    for (;;) {
      if (signal?.aborted) throw stoppedBeforeSending(signal);
      const ms = waitFor(category);
      if (ms === 0) return;
      if (ms === undefined) await anAnswer(signal);
      else if (ms > mostWaitMs) throw new RateLimited(clock.now() + ms);
      else await clock.sleep(ms, signal);
    }
  }

  function count(category: Category) {
    const now = clock.now();
    inFlight[category]++;
    recent[category].push(now);
    const budget = known(category);
    if (budget) state[category] = afterSending(budget, now);
  }

  function anAnswer(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        waiting.delete(done);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      waiting.add(done);
      signal?.addEventListener('abort', done);
    });
  }

  return {
    load,
    async take(category, signal) {
      await load();
      // One after the other, in the order of asking.
      const turn = (queue[category] ?? Promise.resolve()).then(async () => {
        await waitTurn(category, signal);
        if (signal?.aborted) throw stoppedBeforeSending(signal);
        count(category);
      });
      queue[category] = turn.catch(() => undefined);
      return unlessStopped(turn, signal);
    },
    settle(category, headers) {
      inFlight[category]--;
      if (headers) {
        const budget = afterAnswer(known(category), headers, clock.now(), inFlight[category]) ?? state[category];
        if (budget) state[category] = { ...budget, refusals: 0 };
        keep();
      }
      for (const wake of [...waiting]) wake();
    },
    block(category, headers) {
      const now = clock.now();
      const refusals = state[category]?.refusals ?? 0;
      const told = headers.retryAtMs ?? (headers.remaining === 0 ? headers.resetAtMs : undefined);
      const untilMs = Math.max(now + 1, told ?? now + backoffMs(refusals, random));
      state[category] = { ...untold, ...state[category], blockedUntilMs: untilMs, refusals: refusals + 1 };
      keep();
      return untilMs;
    },
  };
}
