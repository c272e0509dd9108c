import { type Job, sectionOf } from './job.ts';

/** Two saves further apart than this cannot be taken for each other by their pins' times. */
const quietGapMs = 60_000;
/** How far a pin's time may lie before the request that made it: whole seconds, travel, two servers' clocks. */
export const clockSlackMs = 10_000;

/** What of a lane's past can be mistaken for one job. */
export interface Run {
  /** Pins older than this belong to none of its jobs. Pinterest's clock. */
  sinceServerMs: number;
  /** The other jobs of the same board and section that reached Pinterest in this time, or may have. */
  others: Job[];
}

/** The run of a job: from its first attempt back over the lane's activity to a quiet gap. */
export function runOf(job: Job, laneJobs: readonly Job[]): Run {
  const active = laneJobs.filter((other) => other.id !== job.id && other.firstSentServerMs !== undefined);
  let since = job.firstSentServerMs ?? 0;
  for (let earlier = true; earlier; ) {
    earlier = false;
    for (const other of active) {
      const started = other.firstSentServerMs ?? 0;
      if (started < since && (other.settledServerMs ?? other.sentServerMs ?? started) >= since - quietGapMs) {
        since = started;
        earlier = true;
      }
    }
  }
  const section = sectionOf(job.target);
  return {
    sinceServerMs: since - clockSlackMs,
    others: active.filter((other) => (other.firstSentServerMs ?? 0) >= since && sectionOf(other.target) === section),
  };
}
