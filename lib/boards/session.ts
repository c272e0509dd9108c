import * as z from 'zod/mini';
import { BoardView, SectionView } from '../messages/views.ts';
import { dictionary } from '../shapes.ts';
import { item } from '../storage/item.ts';

/** The account's boards as Pinterest last gave them; gone when the browser closes (Pinterest's guidelines). */
const SessionBoards = z.object({
  connectionId: z.string(),
  boards: z.array(BoardView),
  /** Sections that were loaded so far, by board. */
  sections: dictionary(z.array(SectionView)),
  fetchedAtMs: z.number(),
});
export type SessionBoards = z.infer<typeof SessionBoards>;

/** The boards of this browser session; undefined until they were loaded once. */
export const sessionBoards = item('session', 'boards', z.optional(SessionBoards), () => undefined);
