import type { Target } from '../../lib/save/request.ts';
import type { PopupPicture, Run, RunState } from './model.ts';

const again: ReadonlySet<RunState> = new Set(['failed', 'undone', 'discarded']);

/**
 * The very same pictures were just saved to the very same place, or are on their way: pressing *Save* again would
 * double them. A picture that failed, was undone or discarded may be saved again.
 */
export function isSameSave(
  run: Run | undefined,
  pictures: readonly Pick<PopupPicture, 'key'>[],
  target: Target | undefined,
  isWindow: boolean,
): boolean {
  if (!run || isWindow || run.label !== target?.label) return false;
  const done = new Set(run.items.flatMap(({ key, state }) => (again.has(state) ? [] : key)));
  return pictures.length > 0 && pictures.every(({ key }) => done.has(key));
}
