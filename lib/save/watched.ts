import type { Job, Print } from './job.ts';
import { looksAlike } from './lookalike.ts';
import type { ListedPin } from './ports.ts';
import type { Receipts } from './receipts.ts';

/** Saved, and the settle time of a request that may have been sent twice is not over. */
export function isWatched({ state, sentAgain }: Job): boolean {
  return sentAgain === true && (state === 'saved' || state === 'undoing');
}

/**
 * Whether a second pin of a watched save could be taken for that of another one of its lane: when both may show the same
 * picture under the same words, and whenever Pinterest's address of the watched one's picture is not known.
 */
export function mayBeTaken(job: Job, watched: Job, receipts: Receipts): boolean {
  if (!receipts.get(watched.id)?.pictureUrl) return true;
  return looksAlike(job.print, watched.print, receipts.rewritten()) && maybeSamePicture(job.print, watched.print);
}

/** Pins of a reading that show what another, watched save of the lane shows: none of them is `job`'s. */
export function pinsOfWatched(job: Job, lane: readonly Job[], pins: readonly ListedPin[], receipts: Receipts) {
  const shown = new Set<string | undefined>();
  for (const other of lane) {
    if (other.id === job.id || !isWatched(other) || maybeSamePicture(job.print, other.print)) continue;
    shown.add(receipts.get(other.id)?.pictureUrl || undefined);
  }
  return pins.filter(({ pictureUrl }) => pictureUrl !== '' && shown.has(pictureUrl)).map(({ id }) => id);
}

/** Whether nothing says that two saves show different pictures. */
export function maybeSamePicture(one: Print, other: Print): boolean {
  return one.picture === undefined || other.picture === undefined || one.picture === other.picture;
}
