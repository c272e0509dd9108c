import * as z from 'zod/mini';
import { Account } from './job.ts';

/** One thing the person saved: their own record, nothing that Pinterest returned. */
export const HistoryEntry = z.strictObject({
  /** The job's id. */
  id: z.string(),
  account: z.optional(Account),
  /** The same for every size of the picture; empty when nothing names it. */
  pictureKey: z.string(),
  pictureUrl: z.string(),
  /** The keys of the pin's other pictures, where it shows several. */
  otherKeys: z.optional(z.array(z.string())),
  pageUrl: z.string(),
  pageTitle: z.string(),
  title: z.string(),
  /** The label the person picked the board by; empty when Pinterest's own window asked for it. */
  board: z.string(),
  /** The id of the board they chose; absent with Pinterest's own window. */
  boardId: z.optional(z.string()),
  savedAtMs: z.number(),
  /** `sent`: handed to Pinterest's own window, which does not say what became of it. */
  outcome: z.enum(['saved', 'sent']),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
