import type { Page } from '@playwright/test';
import { extensionIdOf } from './browser.ts';
import { choose, expectText, pressSave, type Room, recipe, type State, withPictures } from './room.ts';
import type { Words } from './words.ts';

/** Boards with pins to look at. */
const boards: State['boards'] = [
  {
    name: 'Recipes',
    sections: ['Cakes', 'Soups'],
    pins: Array.from({ length: 14 }, (_, index) => ({
      title: ['Plum cake', 'Tomato soup', 'Lemon tart'][index % 3] ?? '',
      createdAtMs: 1_000 + index,
    })),
  },
  { name: 'Garden', pins: [{ title: 'Beds' }] },
  { name: 'Reading corner', privacy: 'SECRET' },
];

async function openLibrary({ context }: Room, hash: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionIdOf(context)}/library.html#${hash}`);
  return page;
}

/** A part of *My pins*, told by words that stand in it when it is whole. */
function part(name: string, hash: (room: Room) => string, says: (words: Words) => string): State {
  return {
    name,
    isConnected: true,
    boards,
    async reach(room) {
      const page = await openLibrary(room, hash(room));
      await expectText(page, says(room.words));
      return page;
    },
  };
}

/** A part of *My pins* after a save that Pinterest answered in some way. */
function afterSave(name: string, hash: string, says: (words: Words) => string, before?: (room: Room) => void): State {
  return {
    name,
    isConnected: true,
    boards,
    async reach(room) {
      before?.(room);
      const popup = await withPictures(room, recipe);
      await choose(room, popup, 'Garden');
      await pressSave(room, popup);
      await popup.getByRole('status').first().waitFor();
      const page = await openLibrary(room, hash);
      await expectText(page, says(room.words));
      return page;
    },
  };
}

/** States of *My pins*. */
export const libraryStates: readonly State[] = [
  part(
    'library-boards',
    () => 'boards',
    () => 'Garden',
  ),
  part(
    'library-board',
    ({ emulator }) => `board/${emulator.state().boards[0]?.id}`,
    () => 'Plum cake',
  ),
  part(
    'library-figures',
    () => 'analytics',
    ({ t }) => t('library.analytics.top'),
  ),
  part(
    'library-pin-figures',
    ({ emulator }) => `analytics/${emulator.state().pins[0]?.id}`,
    ({ t }) => t('library.metric.TOTAL_COMMENTS'),
  ),
  part(
    'library-account',
    () => 'account',
    ({ t }) => t('library.account.business'),
  ),
  part(
    'library-nothing-waiting',
    () => 'waiting',
    ({ t }) => t('library.waiting.none'),
  ),
  afterSave(
    'library-waiting',
    'waiting',
    () => 'Plum cake',
    ({ emulator }) => {
      emulator.fault({ kind: 'spam', method: 'POST', path: '/pins$' });
    },
  ),
  afterSave('library-history', 'history', () => 'Plum cake'),
];
