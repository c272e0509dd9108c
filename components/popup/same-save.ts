import type { PopupPicture, Run, RunItem, RunState } from './model.ts';

const again: ReadonlySet<RunState> = new Set(['failed', 'undone', 'discarded']);

/** The pins that were just saved, or are on their way; one that failed, was undone or discarded may be saved again. */
function standing(run: Run | undefined): readonly RunItem[] {
  return run?.items.filter(({ label, state }) => label !== undefined && !again.has(state)) ?? [];
}

/** Tells whether this very pin was just saved to the board of a label: pressing *Save* again would double it. */
export function justSaved(run: Run | undefined): (pictures: readonly { key: string }[], label: string) => boolean {
  const name = (keys: readonly string[], label: string | undefined) => [label, ...keys].join('\n');
  const pins = new Set(standing(run).map(({ key, others = [], label }) => name([key, ...others], label)));
  return (pictures, label) =>
    pins.has(
      name(
        pictures.map(({ key }) => key),
        label,
      ),
    );
}

/** Tells whether a picture is on the board of a label already, or on its way there, in whatever pin. */
export function standsOn(run: Run | undefined): (picture: PopupPicture, label: string) => boolean {
  const pins = standing(run);
  return ({ key, savedTo = [] }, label) =>
    savedTo.includes(label) ||
    pins.some((pin) => pin.label === label && (pin.key === key || pin.others?.includes(key)));
}
