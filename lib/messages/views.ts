import * as z from 'zod/mini';
import { JobState } from '../save/job-state.ts';

/** The connected account, as pages show it. What Pinterest said of it lives as long as the browser session. */
export const AccountView = z.strictObject({
  connectionId: z.string(),
  kind: z.enum(['own-app', 'relay']),
  environment: z.enum(['production', 'sandbox']),
  username: z.optional(z.string()),
  imageUrl: z.optional(z.string()),
  scopes: z.array(z.string()),
  /** The sign-in has ended; waiting saves are kept until the person signs in again. */
  needsSignIn: z.boolean(),
  /** Pinterest refused to let this app create pins in production (403 code 29). */
  isTrial: z.boolean(),
});
export type AccountView = z.infer<typeof AccountView>;

/** A board, as the picker shows it. */
export const BoardView = z.strictObject({
  id: z.string(),
  name: z.string(),
  isSecret: z.boolean(),
  pinCount: z.exactOptional(z.number()),
  coverUrl: z.exactOptional(z.string()),
});
export type BoardView = z.infer<typeof BoardView>;

export const SectionView = z.strictObject({ id: z.string(), name: z.string(), boardId: z.string() });
export type SectionView = z.infer<typeof SectionView>;

/** One save in the outbox, as pages and the toast show it. */
export const JobView = z.strictObject({
  id: z.string(),
  state: JobState,
  /** Code of the failure or of what it waits for; lib/words makes a sentence of it. */
  reason: z.optional(z.string()),
  retryAtMs: z.optional(z.number()),
  title: z.string(),
  label: z.string(),
  secret: z.boolean(),
  link: z.optional(z.string()),
  thumbnailUrl: z.optional(z.string()),
  /** Known only in the browser session in which it was saved. */
  pinId: z.optional(z.string()),
  /** Pinterest got a still of a picture that moves. */
  isStill: z.optional(z.boolean()),
  environment: z.enum(['production', 'sandbox']),
  /** The connection that it belongs to. */
  connectionId: z.string(),
});
export type JobView = z.infer<typeof JobView>;
