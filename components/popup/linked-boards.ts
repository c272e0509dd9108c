import type { Board } from '../../lib/boards/board.ts';
import type { Target } from '../../lib/save/request.ts';
import { textsOf } from './draft.ts';
import type { Draft, LinkedBoard, PopupPicture } from './model.ts';
import { boardIdsOf } from './targets.ts';

/**
 * The names of the chosen boards that have pins of these pictures' pages, in the order of choosing, and how many of the
 * pictures it is. A picture that Tack saved to a board itself does not count there: its tile says so.
 */
export function linkedBoards(
  pictures: readonly PopupPicture[],
  draft: Draft,
  targets: readonly Target[],
  linked: readonly LinkedBoard[],
  boards: readonly Board[],
): { names: readonly string[]; count: number } {
  const names: string[] = [];
  const found = new Set<PopupPicture>();
  for (const boardId of boardIdsOf(targets)) {
    const { links = [] } = linked.find((one) => one.boardId === boardId) ?? {};
    const ours = targets.filter((target) => 'boardId' in target && target.boardId === boardId);
    const isMarked = ({ savedTo }: PopupPicture) => ours.some(({ label }) => savedTo?.includes(label));
    const there = pictures.filter((one) => links.includes(textsOf(one, draft).link) && !isMarked(one));
    if (there.length === 0) continue;
    // A pin may stand in any section, so it is the board that is named.
    names.push(boards.find(({ id }) => id === boardId)?.name ?? ours[0]?.label ?? '');
    for (const one of there) found.add(one);
  }
  return { names, count: found.size };
}
