import type { Target } from '../../lib/save/request.ts';
import { fold } from '../ui/fold.ts';
import type { Draft } from './model.ts';

/** Where a save goes: the board in the box, then the others. */
export function targetsOf({ target, also = [] }: Draft): readonly Target[] {
  return target ? [target, ...also] : [];
}

/** The boards that exist among them, each once: sections are of their board. */
export function boardIdsOf(targets: readonly Target[]): string[] {
  return [...new Set(targets.flatMap((target) => ('boardId' in target ? target.boardId : [])))];
}

/** Names the place of a target: those of the same place have the same name. */
export function placeOf({ label: _label, secret: _secret, ...place }: Target): string {
  return fold(JSON.stringify(place));
}

/** Another board in the box; the others stay. */
export function withTarget(draft: Draft, target: Target): Draft {
  return withTargets(draft, [target, ...without(draft.also ?? [], target)]);
}

/** One more board besides those chosen, or one of them no more. */
export function toggleTarget(draft: Draft, target: Target): Draft {
  const chosen = targetsOf(draft);
  const rest = without(chosen, target);
  return withTargets(draft, rest.length < chosen.length ? rest : [...chosen, target]);
}

/** The same place, said otherwise: whether a new board is secret. */
export function replaceTarget(draft: Draft, target: Target): Draft {
  const place = placeOf(target);
  return withTargets(
    draft,
    targetsOf(draft).map((one) => (placeOf(one) === place ? target : one)),
  );
}

/** The last board stays: without any, nothing can be saved. */
function withTargets(draft: Draft, [target, ...others]: readonly Target[]): Draft {
  const { also: _, ...rest } = draft;
  return target ? { ...rest, target, ...(others.length > 0 && { also: others }) } : draft;
}

function without(targets: readonly Target[], target: Target): Target[] {
  const place = placeOf(target);
  return targets.filter((one) => placeOf(one) !== place);
}
