import type { Page } from '@playwright/test';
import {
  addBoard,
  boardBox,
  boardList,
  choose,
  expectText,
  press,
  type Room,
  type State,
  selectAll,
  site,
  withPictures,
} from '../room.ts';
import { connectOwnApp } from '../steps.ts';
import { connected } from './kinds.ts';

/** Has the chosen pictures be one pin. */
const joinAll = ({ words }: Room, popup: Page) =>
  popup.getByRole('switch', { name: words.t('popup.onePin.label') }).check();

/** What a connected person meets on opening, and on the way to *Save*. */
export const choosingStates: readonly State[] = [
  connected('one', (room, popup) => choose(room, popup, 'Recipes')),
  connected('several', selectAll, `${site}/many?n=9`),
  connected('more-open', (room, popup) => press(room, popup, 'popup.more')),
  connected('picker-open', (room, popup) => boardBox(room, popup).press('ArrowDown')),
  connected('picker-typed', (room, popup) => boardBox(room, popup).fill('supe')),
  connected('sections-open', async (room, popup) => {
    await boardBox(room, popup).fill('Recipes');
    // Forward in what was typed, which is Latin in every language.
    await boardBox(room, popup).press('ArrowRight');
    await boardList(room, popup).getByRole('option', { name: /Soups/ }).waitFor();
  }),
  connected('new-board', (room, popup) => choose(room, popup, 'Autumn')),
  connected('several-boards', async (room, popup) => {
    await choose(room, popup, 'Recipes');
    await addBoard(room, popup, 'Garden');
    await addBoard(room, popup, 'Autumn');
    await expectText(popup, room.words.t('picker.manyBoards'));
  }),
  connected(
    'one-pin',
    async (room, popup) => {
      await selectAll(room, popup);
      await joinAll(room, popup);
    },
    `${site}/many?n=3`,
  ),
  connected('one-pin-shapes', async (room, popup) => {
    await selectAll(room, popup);
    await joinAll(room, popup);
    await expectText(popup, room.words.t('popup.onePin.shapes'));
  }),
  connected('hidden-open', (room, popup) =>
    popup.getByRole('button', { name: room.words.plural('popup.hiddenCount', 2) }).click(),
  ),
  connected('linked', async (room, popup) => {
    await choose(room, popup, 'suppen');
    await expectText(popup, room.words.plural('popup.linked', 1, 'Süße Suppen'));
  }),
  connected('cut', async (room, popup) => {
    await press(room, popup, 'popup.cut.title');
    await popup.getByRole('dialog').waitFor();
  }),
  connected('filter', async (room, popup) => {
    await press(room, popup, 'popup.filter');
    await popup.getByRole('searchbox').fill('zzz');
    await expectText(popup, room.words.t('popup.noMatch'));
  }),
  {
    name: 'no-boards',
    isConnected: true,
    boards: [],
    async reach(room) {
      const popup = await withPictures(room);
      await boardBox(room, popup).press('ArrowDown');
      await expectText(popup, room.words.t('picker.none'));
      return popup;
    },
  },
  {
    name: 'sandbox',
    isConnected: false,
    boards: [{ name: 'Recipes', environment: 'sandbox' }],
    async reach(room) {
      const { context, emulator, words } = room;
      await connectOwnApp(context, emulator, { words, environment: 'sandbox' });
      const popup = await withPictures(room);
      await expectText(popup, words.t('popup.sandbox'));
      return popup;
    },
  },
];
