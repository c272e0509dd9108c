import type { Job, Print } from './job.ts';
import { looksAlike } from './lookalike.ts';
import type { Receipts } from './receipts.ts';

/** Saved, and the settle time of a request that may have been sent twice is not over. */
export function isWatched({ state, sentAgain }: Job): boolean {
  return sentAgain === true && (state === 'saved' || state === 'undoing');
}

/**
 * Whether a second pin of a watched save could be taken for that of another one of its lane: when they look alike, and
 * whenever it is not known which picture the watched one's pin shows.
 */
export function mayBeTaken(job: Job, watched: Job, receipts: Receipts): boolean {
  return !receipts.get(watched.id)?.pictureUrl || looksAlike(job.print, watched.print, receipts.rewritten());
}

/**
 * Whether a save has to wait for a watched one before it is sent. It need not when their pins' pictures tell them apart:
 * only should its answer be lost, it is looked for after the watch.
 */
export function mustWaitFor(job: Job, watched: Job, receipts: Receipts): boolean {
  const isAnother = receipts.get(watched.id)?.isFound === false && !maybeSamePicture(job.print, watched.print);
  return !isAnother && mayBeTaken(job, watched, receipts);
}

/** Whether nothing says that two saves show different pictures. */
export function maybeSamePicture(one: Print, other: Print): boolean {
  return one.picture === undefined || other.picture === undefined || one.picture === other.picture;
}
