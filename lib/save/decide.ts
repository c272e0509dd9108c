import type { Job } from './job.ts';
import {
  couldBecome,
  isForeign,
  looksAlike,
  printOfPin,
  type Rewritten,
  sharesWords,
  type TextField,
} from './lookalike.ts';
import type { ListedPin } from './ports.ts';
import { clockSlackMs, type Run } from './run.ts';

/** A late commit is awaited for this long after the answer was lost. */
export const settleMs = 30_000;
export const leastLooks = 3;
/** Whole seconds in `created_at` and in `Date`. */
const dateSlackMs = 2_000;
/** No person has changed a pin so soon after it was made. */
export const youngMs = 10_000;
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
  /** Texts that Pinterest was only ever seen to keep. */
  kept: ReadonlySet<TextField>;
  /** Pins that `foreignPins` named in this reading or an earlier one. */
  foreign: ReadonlySet<string>;
  nowServerMs: number;
  /** Readings since the loss, this one included. */
  looks: number;
}

export type Verdict =
  /** Its pin; a guess where another look-alike is as new. */
  { is: 'saved'; pin: ListedPin; isGuess?: boolean } | { is: 'absent' | 'open' | 'in-doubt' };

/** What the evidence says of a job whose answer was lost. Pure: docs/outbox.md tells why each line is needed. */
export function decide(evidence: Evidence): Verdict {
  const { job, isComplete, looks, nowServerMs: now } = evidence;
  const { candidates, newest, isGuess, explained, perhaps, strangers, isDisputed } = count(evidence, evidence.run);
  const isOurs = newest !== undefined && newest.createdServerMs >= firstPossible(job);
  if (candidates > explained + perhaps && isOurs) return { is: 'saved', pin: newest, isGuess };

  if (now - (job.sentServerMs ?? now) > longestDoubtMs) return { is: 'in-doubt' };
  if (now - (job.lostServerMs ?? now) < settleMs || looks < leastLooks) return { is: 'open' };

  const isAccounted =
    strangers <= 0 || strangersSince(evidence, firstPossible(job)) <= 0 || areOthers(evidence, firstPossible(job));
  const isAbsent = isComplete && candidates === explained && isAccounted && !isDisputed && !hasRecent(evidence);
  return { is: isAbsent ? 'absent' : 'in-doubt' };
}

/**
 * The pin of a save whose receipt is gone, or `undefined` when more than one pin, or none, could be it: unlike `decide`
 * this has to name the right one of several that look alike.
 */
export function findPin(evidence: Evidence): ListedPin | undefined {
  const { candidates, newest, explained, perhaps, isDisputed } = count(evidence, evidence.run);
  const isCertain = evidence.isComplete && candidates === 1 && explained + perhaps === 0 && !isDisputed;
  return isCertain ? newest : undefined;
}

/**
 * Pins of a reading that say nothing of what the job says, and are so new that nobody can have changed that: not the
 * job's, as far as Pinterest keeps texts.
 */
export function foreignPins({ job, pins, nowServerMs }: Pick<Evidence, 'job' | 'pins' | 'nowServerMs'>): string[] {
  const isYoung = ({ createdServerMs }: ListedPin) =>
    createdServerMs >= firstPossible(job) && nowServerMs - createdServerMs <= youngMs;
  return pins.filter((pin) => isYoung(pin) && !sharesWords(job.print, printOfPin(pin, false))).map(({ id }) => id);
}

/** No pin of the job can be older. */
function firstPossible(job: Job): number {
  return (job.firstSentServerMs ?? 0) - clockSlackMs;
}

/** Strangers that are new enough to be the job's, against the jobs whose pins surely are as new. */
function strangersSince(evidence: Evidence, sinceServerMs: number): number {
  const first = evidence.job.firstSentServerMs ?? 0;
  const others = evidence.run.others.filter((other) => (other.firstSentServerMs ?? 0) >= first);
  return count(evidence, { sinceServerMs, others }).strangers;
}

/**
 * Whether each pin that is new enough to be the job's is somebody else's: those with some of its words are accounted for
 * by jobs, and those with its shape alone were foreign when they were new, or look like another job.
 */
function areOthers(evidence: Evidence, sinceServerMs: number): boolean {
  const { job, run, kept, foreign, rewritten } = evidence;
  const { free, made } = unclaimed(evidence, { ...run, sinceServerMs });
  const asNew = made.filter((other) => (other.firstSentServerMs ?? 0) >= (job.firstSentServerMs ?? 0));
  const known = free.filter((pin) => sharesWords(job.print, printOfPin(pin, false)));
  if (known.length > asNew.filter((other) => sharesWords(job.print, other.print)).length) return false;
  const unmatched = new Set(made);
  return free.every((pin) => {
    const print = printOfPin(pin, false);
    if (sharesWords(job.print, print) || !couldBecome(job.print, print)) return true;
    if (foreign.has(pin.id) && isForeign(job.print, print, kept)) return true;
    const maker = unmatched
      .values()
      .find((other) => looksAlike(other.print, printOfPin(pin, other.print.parentPinId !== undefined), rewritten));
    return maker !== undefined && unmatched.delete(maker);
  });
}

/**
 * A look-alike from the time since the latest attempt, which no other job of the lane can have made: then the counts
 * agree only because another look-alike was removed.
 */
function hasRecent(evidence: Evidence): boolean {
  const sent = evidence.job.sentServerMs ?? 0;
  const others = evidence.run.others.filter((other) => (other.settledServerMs ?? sent) >= sent - 2 * dateSlackMs);
  const { candidates, explained } = count(evidence, { sinceServerMs: sent - dateSlackMs, others });
  return candidates > explained;
}

/** The pins and jobs of a run that no receipt tells of; `made` are the jobs that have a pin. */
function unclaimed({ pins, claimedPins, claimedJobs }: Evidence, run: Run) {
  const others = run.others.filter((other) => !claimedJobs.has(other.id));
  return {
    free: pins.filter((pin) => pin.isOwner && pin.createdServerMs >= run.sinceServerMs && !claimedPins.has(pin.id)),
    others,
    made: others.filter((other) => other.state === 'saved' || other.state === 'undoing'),
  };
}

function count(evidence: Evidence, run: Run) {
  const { job, rewritten } = evidence;
  const { free, others, made } = unclaimed(evidence, run);
  const withParent = job.print.parentPinId !== undefined;
  const prints = free.map((pin) => ({ pin, print: printOfPin(pin, withParent) }));
  const alike = prints.filter(({ print }) => looksAlike(job.print, print, rewritten)).map(({ pin }) => pin);

  const newest = alike.reduce<ListedPin | undefined>(
    (best, pin) => (best === undefined || pin.createdServerMs > best.createdServerMs ? pin : best),
    undefined,
  );
  const resembles = (other: Job) => looksAlike(job.print, other.print, rewritten);
  return {
    candidates: alike.length,
    newest,
    /** Of two pins of one picture it does not matter which is whose. */
    isGuess: alike.some(
      (pin) =>
        pin.createdServerMs === newest?.createdServerMs &&
        pin !== newest &&
        (pin.pictureUrl === '' || pin.pictureUrl !== newest.pictureUrl),
    ),
    /** Look-alikes that must be there. */
    explained: made.filter(resembles).length,
    /** Look-alikes that a lagging reading may still show. */
    perhaps: others.filter((other) => other.state === 'undone' && resembles(other)).length,
    /** Pins that could be the job's after a change, and that no job accounts for. */
    strangers:
      prints.filter(({ print }) => couldBecome(job.print, print)).length -
      made.filter((other) => couldBecome(job.print, other.print)).length,
    /** A look-alike that nobody could tell about. */
    isDisputed: others.some((other) => isDoubtful(other) && resembles(other)),
  };
}

/** Given up without knowing: in doubt, or discarded from there. */
function isDoubtful(job: Job): boolean {
  return job.state === 'in-doubt' || ((job.state === 'discarded' || job.state === 'failed') && job.losses > 0);
}
