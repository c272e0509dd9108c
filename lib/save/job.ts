import * as z from 'zod/mini';
import { Count, Int } from '../shapes.ts';
import { JobState } from './job-state.ts';
import { OtherPicture, SaveRequest, severalOf, Target } from './request.ts';

/** The account that a job belongs to: a random id of the connection, and the environment it saves to. */
export const Account = z.strictObject({
  connection: z.string().check(z.minLength(1), z.maxLength(100)),
  environment: z.enum(['production', 'sandbox']),
});
export type Account = z.infer<typeof Account>;

/** A job is sent for its own account only. */
export function sameAccount(one: Account, other: Account): boolean {
  return one.connection === other.connection && one.environment === other.environment;
}

/** What tells one pin from another without keeping its words: hashes of the normalised texts, and the aspect ratio. */
export const Print = z.strictObject({
  link: z.string(),
  title: z.string(),
  description: z.string(),
  /** Width divided by height; 0 when unknown. */
  aspect: z.number(),
  /** The Pin that was saved, when the picture already was one. */
  parentPinId: z.optional(z.string()),
  /** Hash of the picture's address; absent when it has none. */
  picture: z.optional(z.string()),
});
export type Print = z.infer<typeof Print>;

/** What the person wants saved; the outbox drops it once the job is settled. */
export const Wish = z.strictObject({
  picture: z.omit(SaveRequest.shape.picture, { bytes: true }),
  others: severalOf(z.omit(OtherPicture, { bytes: true })),
  /** Of several pictures, how many of the job's bytes are each one's; 0 where there are none. */
  byteSizes: z.optional(z.array(Count)),
  title: SaveRequest.shape.title,
  description: SaveRequest.shape.description,
  altText: SaveRequest.shape.altText,
  link: SaveRequest.shape.link,
  gesture: SaveRequest.shape.gesture,
  page: SaveRequest.shape.page,
});
export type Wish = z.infer<typeof Wish>;

const Time = z.number();

/**
 * One save. Times named `…ServerMs` are Pinterest's clock, the others this computer's; all in milliseconds since 1970.
 * Nothing that Pinterest's API returned is part of it: a pin's id lives in the session's receipts only.
 */
export const Job = z.strictObject({
  id: z.string(),
  /** Rises by one with every write: a write from an older reading is refused. */
  revision: Int,
  state: JobState,
  account: Account,
  target: Target,
  lane: z.string(),
  /** Absent once the job is settled. */
  wish: z.optional(Wish),
  print: Print,
  isIncognito: z.boolean(),
  addedAtMs: Time,
  /** Order among jobs added in the same millisecond. */
  order: Int,
  /** Not before this time; 0 for at once. */
  dueAtMs: Time,
  /** A failure's code: why it waits, failed or is in doubt. */
  reason: z.optional(z.string()),
  hasBytes: z.boolean(),
  /** Pinterest could not fetch the address: send the bytes. */
  wantsBytes: z.boolean(),
  /** Requests sent, and those of them whose answer was lost since the person last asked. */
  attempts: Int,
  losses: Int,
  firstSentServerMs: z.optional(Time),
  sentServerMs: z.optional(Time),
  /** When the latest answer was given up, and how often the board was read since. */
  lostServerMs: z.optional(Time),
  looks: Int,
  settledServerMs: z.optional(Time),
  /** A board or section was asked for, and its answer was not seen yet. */
  makingSinceServerMs: z.optional(Time),
  /**
   * The browser may have sent the request more than once, and one answer tells of one pin: the board is looked at until
   * the settle time after `lostServerMs` is over.
   */
  sentAgain: z.optional(z.boolean()),
  /** The person wants it gone, whatever becomes of the request under way. */
  wantsUndo: z.boolean(),
  /** Saves asked for together. */
  batch: z.optional(z.string()),
  /** What the sent bytes lack of the picture: it moved, and Pinterest got a still. */
  lost: z.optional(z.literal('animation')),
  /** A saved job whose pin this one takes the place of: undone once this one is saved. */
  replaces: z.optional(z.string()),
});
export type Job = z.infer<typeof Job>;

/** States that need nothing more from anybody; their records are kept for a day, to tell pins apart. */
export const settledStates: ReadonlySet<JobState> = new Set(['saved', 'discarded', 'undone']);

/** The lane of a target: at most one request whose outcome is open runs in it. */
export function laneOf(account: Account, target: Target): string {
  const place = 'boardId' in target ? target.boardId : `new:${target.newBoard.normalize('NFC').toLowerCase()}`;
  return `${account.connection}/${account.environment}/${place}`;
}

/** The section a job goes to, if it has one that exists. */
export function sectionOf(target: Target): string | undefined {
  return 'sectionId' in target ? target.sectionId : undefined;
}

/** Jobs in the order in which they were added. */
export function inOrder(jobs: Iterable<Job>): Job[] {
  return [...jobs].sort((one, other) => one.addedAtMs - other.addedAtMs || one.order - other.order);
}
