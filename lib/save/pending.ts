import { type Account, type Job, sameAccount } from './job.ts';
import type { JobState } from './job-state.ts';

/** How many saves are not settled, by what they need: time, a look, their owner, or their account. */
export type PendingCounts = Record<'waiting' | 'checking' | 'failed' | 'inDoubt' | 'otherAccount', number>;

const countedAs: Partial<Record<JobState, keyof PendingCounts>> = {
  waiting: 'waiting',
  preparing: 'waiting',
  sending: 'waiting',
  unknown: 'checking',
  undoing: 'checking',
  failed: 'failed',
  'in-doubt': 'inDoubt',
};

/** Counts the open jobs; those of another account than this one are counted apart. */
export function countPending(jobs: readonly Job[], account: Account | undefined): PendingCounts {
  const counts: PendingCounts = { waiting: 0, checking: 0, failed: 0, inDoubt: 0, otherAccount: 0 };
  for (const job of jobs) {
    const kind = countedAs[job.state];
    if (kind) counts[account && sameAccount(job.account, account) ? kind : 'otherAccount']++;
  }
  return counts;
}
