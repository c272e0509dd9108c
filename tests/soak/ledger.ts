import type { Pin } from '../emulator/state.ts';
import type { Wanted } from './plan.ts';

/** What Pinterest adds to the links of some sites in a hostile soak. */
export const addedToLinks = '&utm_source=pinterest';

/** What became of the saves that were asked for, told from outside the extension. */
export interface Verdict {
  pins: number;
  missing: string[];
  surplus: string[];
  /** Pins of the right picture on the right board with other texts than were meant. */
  misspelt: string[];
}

/** The person's gestures, kept outside the extension, against the pins that Pinterest has. */
export function judge(wanted: readonly Wanted[], pins: readonly Pin[], boardIds: readonly string[]): Verdict {
  const meant = Map.groupBy(wanted, (save) => placeOf(save, boardIds));
  const made = Map.groupBy(pins, (pin) => `${pin.boardId} ${pin.picture?.number ?? 'unknown picture'}`);
  const verdict: Verdict = { pins: pins.length, missing: [], surplus: [], misspelt: [] };
  for (const place of new Set([...meant.keys(), ...made.keys()])) {
    const [save] = meant.get(place) ?? [];
    const there = made.get(place) ?? [];
    const difference = there.length - (meant.get(place)?.length ?? 0);
    for (let i = 0; i < difference; i++) verdict.surplus.push(place);
    for (let i = 0; i > difference; i--) verdict.missing.push(place);
    if (save && there.some((pin) => !hasTexts(pin, save))) verdict.misspelt.push(place);
  }
  return verdict;
}

/** The board and picture that a pin is told by. */
export function placeOf({ board, number }: Wanted, boardIds: readonly string[]): string {
  return `${boardIds[board]} ${number}`;
}

/** A link as it was given, where Pinterest added to it. */
function asGiven(link: string): string {
  return link.replace(addedToLinks, '');
}

function hasTexts(pin: Pin, { title, description, link }: Wanted): boolean {
  return pin.title === title && (pin.description ?? '') === description && asGiven(pin.link ?? '') === link;
}
