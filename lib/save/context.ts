import type { decide } from './decide.ts';
import type { Emitter, JobChanged } from './events.ts';
import type { Account, Job } from './job.ts';
import type { Ledger } from './ledger.ts';
import type { Pauses } from './pauses.ts';
import type { PinterestPort, Ports } from './ports.ts';
import type { Receipts } from './receipts.ts';
import type { ServerTime } from './server-time.ts';

/** What the parts of delivery share. */
export interface Context {
  ports: Ports;
  ledger: Ledger;
  receipts: Receipts;
  serverTime: ServerTime;
  pauses: Pauses;
  listen: Emitter<JobChanged>['listen'];
  /** Aborts when the outbox is closed. */
  signal: AbortSignal;
  /** The rule for lost answers. */
  decide: typeof decide;
}

export function pinterestOf(context: Context, job: { account: Account }): PinterestPort {
  return context.ports.pinterest(job.account);
}

/** Pinterest's time for a job that was sent, when it must be known by now. */
export function serverNow(context: Context, job: Job): number {
  return context.serverTime.nowMs(pinterestOf(context, job)) ?? context.ports.clock.now();
}
