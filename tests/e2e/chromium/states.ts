import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { libraryStates } from './library-states.ts';
import { pageStates } from './page-states.ts';
import { popupStates } from './popup-states.ts';
import { type State, seededBoards } from './room.ts';
import { connectOwnApp } from './steps.ts';
import { toastStates } from './toast-states.ts';
import { english, type Words } from './words.ts';

/** Every state of the popup, the toast, Options, *Welcome* and *My pins*: what is photographed, judged by axe and read aloud. */
export const states = { popup: popupStates, toast: toastStates, pages: pageStates, library: libraryStates };

/** Brings a browser that was just started into a state. */
export async function reach(
  { isConnected, boards = seededBoards, reach: go }: State,
  context: BrowserContext,
  emulator: Emulator,
  words: Words = english(),
): Promise<Page> {
  emulator.seed({ boards });
  if (isConnected) await connectOwnApp(context, emulator, { words, consent: 'given' });
  return go({ context, emulator, words });
}
