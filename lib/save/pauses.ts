import type { Account, Job } from './job.ts';
import type { Clock, DeliveryFailure, SessionStore } from './ports.ts';

/** Why nothing of an account is sent. */
export interface Pause {
  reason: string;
  /** This computer's time; absent when only the person can end it. */
  untilMs?: number | undefined;
  /** Pauses in a row, for backing off. */
  count: number;
}

const shortestMs = 30_000;
const longestMs = 5 * 60_000;
/** Pauses that end by what the person does, not by time. */
const endless: ReadonlySet<string> = new Set(['trial-app', 'app-not-approved', 'sign-in-again']);
/** One board is busy, the others are not. */
const ownMatter: ReadonlySet<string> = new Set(['board-busy']);
const trialKey = 'trial:';
const provenKey = 'proven:';

/** The pauses Pinterest or the network asked for, by account. */
export interface Pauses {
  /** Takes up what the session remembers, and the due times that jobs carry. */
  load(jobs: readonly Job[]): Promise<void>;
  of(account: Account): Pause | undefined;
  start(account: Account, failure: DeliveryFailure): Promise<Pause>;
  /** A request succeeded: the next pause is a short one again. A pause that has begun since stays. */
  succeeded(account: Account): Promise<void>;
  /** Whether a request of this account succeeded in this session: before that, one at a time is enough to be refused. */
  isProven(account: Account): boolean;
  /** Ends every pause of this reason. */
  end(reason: string): Promise<void>;
}

export function createPauses(clock: Clock, session: SessionStore): Pauses {
  const pauses = new Map<string, Pause>();
  const counts = new Map<string, number>();
  const proven = new Set<string>();
  return {
    async load(jobs) {
      for (const job of jobs) {
        if (job.state !== 'waiting' || job.reason === undefined || ownMatter.has(job.reason)) continue;
        if (job.dueAtMs <= clock.now()) continue;
        pauses.set(keyOf(job.account), { reason: job.reason, untilMs: job.dueAtMs, count: 1 });
      }
      for (const [key, value] of Object.entries(await session.all())) {
        if (key.startsWith(trialKey) && value === true) {
          pauses.set(key.slice(trialKey.length), { reason: 'trial-app', count: 1 });
        }
        if (key.startsWith(provenKey)) proven.add(key.slice(provenKey.length));
      }
    },
    of(account) {
      const pause = pauses.get(keyOf(account));
      if (pause?.untilMs !== undefined && pause.untilMs <= clock.now()) pauses.delete(keyOf(account));
      return pauses.get(keyOf(account));
    },
    async start(account, failure) {
      const key = keyOf(account);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const backOffMs = Math.min(shortestMs * 2 ** (count - 1), longestMs);
      const untilMs = endless.has(failure.code) ? undefined : (failure.details.retryAtMs ?? clock.now() + backOffMs);
      const pause = { reason: failure.code, untilMs, count };
      if (!ownMatter.has(failure.code)) pauses.set(key, pause);
      if (failure.code === 'trial-app') await session.set(trialKey + key, true);
      return pause;
    },
    async succeeded(account) {
      const key = keyOf(account);
      counts.delete(key);
      if (proven.has(key)) return;
      proven.add(key);
      await session.set(provenKey + key, true);
    },
    isProven: (account) => proven.has(keyOf(account)),
    async end(reason) {
      for (const [key, pause] of pauses) {
        if (pause.reason !== reason) continue;
        pauses.delete(key);
        if (reason === 'trial-app') await session.set(trialKey + key, false);
      }
    },
  };
}

function keyOf(account: Account): string {
  return `${account.connection}/${account.environment}`;
}
