import * as z from 'zod/mini';
import { dictionary } from '../shapes.ts';
import { JobView } from './views.ts';

/** A board, as the library shows it. What Pinterest did not say is absent. */
export const LibraryBoard = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  privacy: z.enum(['PUBLIC', 'PROTECTED', 'SECRET']),
  pinCount: z.exactOptional(z.number()),
  coverUrl: z.exactOptional(z.string()),
});
export type LibraryBoard = z.infer<typeof LibraryBoard>;

/** A pin, as the library shows it. */
export const LibraryPin = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  altText: z.string(),
  link: z.string(),
  boardId: z.exactOptional(z.string()),
  sectionId: z.exactOptional(z.string()),
  /** A picture about as wide as a tile, and its size; 0 when unknown. */
  imageUrl: z.exactOptional(z.string()),
  widthPx: z.number(),
  heightPx: z.number(),
  /** The picture's colour, `#rrggbb`. */
  color: z.exactOptional(z.string()),
  createdAtMs: z.exactOptional(z.number()),
  isVideo: z.boolean(),
});
export type LibraryPin = z.infer<typeof LibraryPin>;

/** One page of a list; without a bookmark it is the last. */
export const BoardsPage = z.strictObject({ boards: z.array(LibraryBoard), bookmark: z.exactOptional(z.string()) });
export const PinsPage = z.strictObject({ pins: z.array(LibraryPin), bookmark: z.exactOptional(z.string()) });
export type BoardsPage = z.infer<typeof BoardsPage>;
export type PinsPage = z.infer<typeof PinsPage>;

const Values = dictionary(z.nullable(z.number()));

/** Figures of a span of days by Pinterest's names for them; null where Pinterest has none. */
export const Figures = z.strictObject({
  days: z.array(
    z.strictObject({
      /** UTC, `YYYY-MM-DD`. */
      date: z.string(),
      /** Pinterest is still counting when this is false. */
      isReady: z.boolean(),
      values: Values,
    }),
  ),
  totals: Values,
  /** Figures that Pinterest has for a pin's whole life only. */
  lifetime: Values,
});
export type Figures = z.infer<typeof Figures>;

/** One of the best pins. `pin` is absent when it could not be read. */
export const TopPin = z.strictObject({ pinId: z.string(), values: Values, pin: z.exactOptional(LibraryPin) });
export type TopPin = z.infer<typeof TopPin>;

/** One save in the outbox with all that can be edited of it. */
export const LibraryJob = z.extend(JobView, {
  description: z.string(),
  altText: z.string(),
  addedAtMs: z.number(),
  pageUrl: z.exactOptional(z.string()),
  boardId: z.exactOptional(z.string()),
  /** It belongs to another account than the one connected now. */
  isOfOtherAccount: z.boolean(),
});
export type LibraryJob = z.infer<typeof LibraryJob>;

/** One line of the person's own record of saves. */
export const HistoryLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  board: z.string(),
  boardId: z.exactOptional(z.string()),
  pictureUrl: z.string(),
  pageUrl: z.string(),
  pageTitle: z.string(),
  savedAtMs: z.number(),
  outcome: z.enum(['saved', 'sent']),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

/** What is known of one of Pinterest's rate limits. */
export const RateBudget = z.strictObject({
  category: z.enum(['org_read', 'org_write', 'org_analytics']),
  limit: z.number(),
  remaining: z.number(),
  resetAtMs: z.number(),
  /** Nothing of this category is sent before this time. */
  blockedUntilMs: z.number(),
});
export type RateBudget = z.infer<typeof RateBudget>;

/** What Pinterest says of the connected account. */
export const AccountFacts = z.strictObject({
  username: z.string(),
  imageUrl: z.exactOptional(z.string()),
  businessName: z.exactOptional(z.string()),
  isBusiness: z.exactOptional(z.boolean()),
  boardCount: z.exactOptional(z.number()),
  pinCount: z.exactOptional(z.number()),
  followerCount: z.exactOptional(z.number()),
});
export type AccountFacts = z.infer<typeof AccountFacts>;
