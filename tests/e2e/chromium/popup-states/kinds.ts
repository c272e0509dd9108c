import type { Page } from '@playwright/test';
import { choose, expectText, pressSave, type Room, recipe, type State, selectAll, withPictures } from '../room.ts';
import type { Words } from '../words.ts';

interface AfterSave {
  readonly name: string;
  /** What the popup then says. */
  readonly says: (words: Words) => string;
  readonly before?: (room: Room) => unknown;
  readonly url?: string;
  readonly count?: number;
}

/** A state after a save. */
export function afterSave({ name, says, before, url = recipe, count = 1 }: AfterSave): State {
  return {
    name,
    isConnected: true,
    async reach(room) {
      await before?.(room);
      const popup = await withPictures(room, url);
      if (count > 1) await selectAll(room, popup);
      await choose(room, popup, 'Garden');
      await pressSave(room, popup, count);
      await expectText(popup, says(room.words));
      return popup;
    },
  };
}

/** A state that a connected person meets on opening, or after a few presses. */
export function connected(name: string, then: (room: Room, popup: Page) => Promise<unknown>, url = recipe): State {
  return {
    name,
    isConnected: true,
    async reach(room) {
      const popup = await withPictures(room, url);
      await then(room, popup);
      return popup;
    },
  };
}
