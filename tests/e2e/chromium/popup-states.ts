import { choosingStates } from './popup-states/choosing.ts';
import { openingStates } from './popup-states/opening.ts';
import { refusedStates } from './popup-states/refused.ts';
import { savingStates } from './popup-states/saving.ts';
import type { State } from './room.ts';

/** Every state of the popup that the shipped build can be brought into from outside. */
export const popupStates: readonly State[] = [...openingStates, ...choosingStates, ...savingStates, ...refusedStates];
