import type { Job } from './job.ts';
import { looksAlike, printOfPin, type Rewritten } from './lookalike.ts';
import type { ListedPin } from './ports.ts';
import type { Run } from './run.ts';

/** A late commit is awaited for this long after the answer was lost. */
export const settleMs = 30_000;
export const leastLooks = 3;
/** After this a board tells nothing certain any more. */
export const longestDoubtMs = 60 * 60_000;

/** One reading of a board, with what this browser session knows. */
export interface Evidence {
  job: Job;
  run: Run;
  /** Pins of the job's board and section, in any order. */
  pins: readonly ListedPin[];
  /** The list was read so far that no pin of the run can be missing. */
  isComplete: boolean;
  /** Pins that belong to other saves, by the session's receipts, and the jobs that have such a receipt. */
  claimedPins: ReadonlySet<string>;
  claimedJobs: ReadonlySet<string>;
  rewritten: Rewritten;
  nowServerMs: number;
  /** Readings since the loss, this one included. */
  looks: number;
}

export type Verdict = { is: 'saved'; pin: ListedPin } | { is: 'absent' | 'open' | 'in-doubt' };

/** What the evidence says of a job whose answer was lost. Pure: docs/outbox.md tells why each line is needed. */
export function decide(evidence: Evidence): Verdict {
  const { job } = evidence;
  const { candidates, newest, explained, perhaps, strangers, isDisputed } = count(evidence);
  if (candidates > explained + perhaps && newest) return { is: 'saved', pin: newest };

  const now = evidence.nowServerMs;
  if (now - (job.sentServerMs ?? now) > longestDoubtMs) return { is: 'in-doubt' };
  if (now - (job.lostServerMs ?? now) < settleMs || evidence.looks < leastLooks) return { is: 'open' };

  const isAbsent = evidence.isComplete && candidates === explained && strangers <= 0 && !isDisputed;
  return { is: isAbsent ? 'absent' : 'in-doubt' };
}

/**
 * The pin of a save whose receipt is gone, or `undefined` when more than one pin, or none, could be it: unlike `decide`
 * this has to name the right one of several that look alike.
 */
export function findPin(evidence: Evidence): ListedPin | undefined {
  const { candidates, newest, explained, perhaps, isDisputed } = count(evidence);
  const isCertain = evidence.isComplete && candidates === 1 && explained + perhaps === 0 && !isDisputed;
  return isCertain ? newest : undefined;
}

function count({ job, run, pins, claimedPins, claimedJobs, rewritten }: Evidence) {
  const free = pins.filter(
    (pin) => pin.isOwner && pin.createdServerMs >= run.sinceServerMs && !claimedPins.has(pin.id),
  );
  const withParent = job.print.parentPinId !== undefined;
  const alike = free.filter((pin) => looksAlike(job.print, printOfPin(pin, withParent), rewritten));

  const others = run.others.filter((other) => !claimedJobs.has(other.id));
  const made = others.filter((other) => other.state === 'saved' || other.state === 'undoing');
  const resembles = (other: Job) => looksAlike(job.print, other.print, rewritten);
  return {
    candidates: alike.length,
    newest: alike.reduce<ListedPin | undefined>(
      (best, pin) => (best === undefined || pin.createdServerMs > best.createdServerMs ? pin : best),
      undefined,
    ),
    /** Look-alikes that must be there. */
    explained: made.filter(resembles).length,
    /** Look-alikes that a lagging reading may still show. */
    perhaps: others.filter((other) => other.state === 'undone' && resembles(other)).length,
    /** Pins that no job accounts for. */
    strangers: free.length - made.length,
    /** A look-alike that nobody could tell about. */
    isDisputed: others.some((other) => isDoubtful(other) && resembles(other)),
  };
}

/** Given up without knowing: in doubt, or discarded from there. */
function isDoubtful(job: Job): boolean {
  return job.state === 'in-doubt' || ((job.state === 'discarded' || job.state === 'failed') && job.losses > 0);
}
