import type { PopupPicture, Run, RunState } from './model.ts';

const again: ReadonlySet<RunState> = new Set(['failed', 'undone', 'discarded']);

/**
 * What stands on boards after a press on *Save*, or is on its way there; a pin that failed, was undone or discarded may
 * be saved again.
 */
export function standing(run: Run | undefined) {
  const name = (...parts: readonly string[]) => parts.join('\n');
  const pins = new Set<string>();
  const pictures = new Set<string>();
  for (const { key, others = [], label, state } of run?.items ?? []) {
    if (label === undefined || again.has(state)) continue;
    pins.add(name(label, key, ...others));
    for (const one of [key, ...others]) pictures.add(name(label, one));
  }
  return {
    /** Tells whether this very pin was just saved to the board of a label: pressing *Save* again would double it. */
    isJustSaved: (row: readonly { key: string }[], label: string) =>
      pins.has(name(label, ...row.map(({ key }) => key))),
    /** Tells whether a picture is on the board of a label, in whatever pin. */
    isThere: ({ key, savedTo }: PopupPicture, label: string) =>
      savedTo?.includes(label) === true || pictures.has(name(label, key)),
  };
}
