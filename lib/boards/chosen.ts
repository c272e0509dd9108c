import * as z from 'zod/mini';
import type { Target } from '../save/request.ts';
import { item } from '../storage/item.ts';

/**
 * A board or section that the person chose in Tack, remembered by its id and the label they picked it by: the declared
 * exception to "what Pinterest's API returned is never kept" (docs/storage.md).
 */
const ChosenBoard = z.object({
  connectionId: z.string(),
  boardId: z.string(),
  sectionId: z.optional(z.string()),
  label: z.string(),
  secret: z.boolean(),
  usedAtMs: z.number(),
});
export type ChosenBoard = z.infer<typeof ChosenBoard>;

const most = 50;

const stored = item('local', 'chosenBoards', z.array(ChosenBoard), () => []);

/** The boards chosen over a connection, last used first. */
export async function chosenBoards(connectionId: string): Promise<ChosenBoard[]> {
  return (await stored.get()).filter((board) => board.connectionId === connectionId);
}

/** The board as the target of a save. */
export function targetOf({
  boardId,
  sectionId,
  label,
  secret,
}: Pick<ChosenBoard, 'boardId' | 'sectionId' | 'label' | 'secret'>): Target {
  return { boardId, ...(sectionId && { sectionId }), label, secret };
}

/** Puts a board in front. At most 50 are kept, over all connections. */
export async function rememberChosen(board: ChosenBoard): Promise<void> {
  await stored.update((boards) => [board, ...boards.filter((other) => !isSame(other, board))].slice(0, most));
}

/** Forgets one board that is gone. */
export async function forgetChosen(connectionId: string, boardId: string, sectionId?: string): Promise<void> {
  const gone = { connectionId, boardId, ...(sectionId && { sectionId }) };
  await stored.update((boards) => boards.filter((other) => !isSame(other, gone)));
}

/** Forgets every board of every connection. */
export function forgetAllChosen(): Promise<void> {
  return stored.remove();
}

/** Calls back whenever the list changes; gives the function that stops it. */
export const watchChosen = (onChange: () => void): (() => void) => stored.watch(onChange);

type Place = Pick<ChosenBoard, 'connectionId' | 'boardId' | 'sectionId'>;

function isSame(a: Place, b: Place): boolean {
  return a.connectionId === b.connectionId && a.boardId === b.boardId && a.sectionId === b.sectionId;
}
