import type { PopupPicture, Run, RunState } from './model.ts';

const again: ReadonlySet<RunState> = new Set(['failed', 'undone', 'discarded']);

/**
 * Tells whether a picture was just saved to the board of a label, or is on its way there: pressing *Save* again would
 * double it. One that failed, was undone or discarded may be saved again.
 */
export function justSaved(run: Run | undefined): (picture: Pick<PopupPicture, 'key'>, label: string) => boolean {
  const name = (key: string, label: string) => `${label}\n${key}`;
  const done = new Set(
    run?.items.flatMap(({ key, label, state }) => (label === undefined || again.has(state) ? [] : name(key, label))),
  );
  return ({ key }, label) => done.has(name(key, label));
}
