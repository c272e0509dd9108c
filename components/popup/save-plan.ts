import type { Target } from '../../lib/save/request.ts';
import { mayBeOne, sameShape } from './as-one.ts';
import { toPins } from './draft.ts';
import type { Draft, PinDraft, PopupPicture, Run } from './model.ts';
import { justSaved, standsOn } from './same-save.ts';
import { targetsOf } from './targets.ts';

/** What a press on *Save* would do. */
export interface SavePlan {
  /** None when the pictures go through Pinterest's window. */
  readonly targets: readonly Target[];
  readonly pinCount: number;
  /** The chosen pictures could be one pin. */
  readonly mayBeOne: boolean;
  readonly isOne: boolean;
  /** They are to be one pin, and are not of one shape. */
  readonly isOddShape: boolean;
  /** All of it was just done. */
  readonly isDone: boolean;
  /** Pictures that stand on chosen boards already, the labels of those boards, and whether anything else is left to do. */
  readonly before: readonly PopupPicture[];
  readonly labels: readonly string[];
  readonly hasRest: boolean;
  /** All pins, or only those whose pictures are not on the board yet. */
  pins(which: 'all' | 'rest'): PinDraft[];
}

/** What *Save* makes of these pictures. */
export function savePlan(
  pictures: readonly PopupPicture[],
  draft: Draft,
  run: Run | undefined,
  isWindow: boolean,
): SavePlan {
  const targets = isWindow ? [] : targetsOf(draft);
  const mayJoin = !isWindow && mayBeOne(pictures);
  const isOne = mayJoin && draft.asOne === true;
  /** The pictures of each pin. */
  const rows = isOne ? [pictures] : pictures.map((picture) => [picture]);
  const isJustSaved = justSaved(run);
  const isThere = standsOn(run);
  const isNew = (row: readonly PopupPicture[], { label }: Target) => !row.some((picture) => isThere(picture, label));
  const before = pictures.filter((picture) => targets.some((target) => !isNew([picture], target)));
  return {
    targets,
    pinCount: rows.length * Math.max(1, targets.length),
    mayBeOne: mayJoin,
    isOne,
    isOddShape: isOne && !sameShape(pictures),
    isDone: targets.length > 0 && rows.every((row) => targets.every(({ label }) => isJustSaved(row, label))),
    before,
    labels: targets.flatMap((target) => (before.some((picture) => !isNew([picture], target)) ? target.label : [])),
    hasRest: rows.some((row) => targets.some((target) => isNew(row, target))),
    pins: (which) => toPins(rows, draft, (row) => targets.filter((target) => which === 'all' || isNew(row, target))),
  };
}
