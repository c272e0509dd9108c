import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { openPopup } from './browser.ts';
import { connectOwnApp } from './steps.ts';

/** What a state is reached with: the shipped build in a browser, and the Pinterest that it meets. */
export interface Room {
  readonly context: BrowserContext;
  readonly emulator: Emulator;
}

/** A state of the popup as a person comes to see it. */
export interface PopupState {
  readonly name: string;
  /** Whether somebody is connected before. */
  readonly isConnected: boolean;
  readonly reach: (room: Room) => Promise<Page>;
}

const site = 'https://kitchen.test';
const recipe = `${site}/recipes/plum-cake`;

/** Boards that the connected states meet, unless the state is about others. */
export const seededBoards = [
  { name: 'Recipes', sections: ['Cakes', 'Soups'] },
  { name: 'Garden' },
  { name: 'Süße Suppen', pins: [{ link: recipe }] },
  { name: 'Reading corner', sections: ['Shelves'] },
];

async function popupOver({ context }: Room, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('body').waitFor();
  return openPopup(context, page);
}

async function withPictures(room: Room, url = recipe): Promise<Page> {
  const popup = await popupOver(room, url);
  await popup.getByRole('option').first().waitFor();
  return popup;
}

async function choose(popup: Page, board: string): Promise<void> {
  const box = popup.getByRole('combobox', { name: 'Board' });
  await box.fill(board);
  await popup.getByRole('listbox', { name: 'Boards' }).getByRole('option').first().waitFor();
  await box.press('Enter');
}

async function save(popup: Page, board = 'Garden'): Promise<void> {
  await choose(popup, board);
  await popup.getByRole('button', { name: /^Save( \d+ pins)?$/ }).click();
}

const status = (popup: Page, words: string | RegExp) => popup.getByRole('status').getByText(words).first().waitFor();

/** A state after a save from a page with pictures, told by the words that then stand in the popup. */
function saved(name: string, words: string | RegExp, prepare: (room: Room) => unknown, url = recipe): PopupState {
  return {
    name,
    isConnected: true,
    async reach(room) {
      await prepare(room);
      const popup = await withPictures(room, url);
      if (url !== recipe) await popup.getByRole('button', { name: 'Select all' }).click();
      await save(popup);
      await expect(popup.getByText(words).first()).toBeVisible({ timeout: 20_000 });
      return popup;
    },
  };
}

/** A state that a connected person meets on opening, or after a few presses. */
function connected(name: string, then: (popup: Page) => Promise<unknown>, url = recipe): PopupState {
  return {
    name,
    isConnected: true,
    async reach(room) {
      const popup = await withPictures(room, url);
      await then(popup);
      return popup;
    },
  };
}

/** A page that has nothing to show, told by its heading. */
function nothing(name: string, url: string, heading: RegExp): PopupState {
  return {
    name,
    isConnected: false,
    async reach(room) {
      const popup = await popupOver(room, url);
      await popup.getByRole('heading', { name: heading }).waitFor();
      return popup;
    },
  };
}

const selectAll = (popup: Page) => popup.getByRole('button', { name: 'Select all' }).click();

/** Every state of the popup that the shipped build can be brought into from outside. */
export const popupStates: readonly PopupState[] = [
  { name: 'not-connected', isConnected: false, reach: (room) => withPictures(room) },
  {
    name: 'hand-over',
    isConnected: false,
    async reach(room) {
      const popup = await withPictures(room, `${site}/many?n=10`);
      await selectAll(popup);
      await popup.getByRole('button', { name: 'Save with Pinterest' }).click();
      await status(popup, '1 of 10');
      return popup;
    },
  },
  nothing('empty', `${site}/empty`, /picture/i),
  nothing('browser-page', 'chrome://version/', /belongs to the browser/),
  {
    name: 'right-to-left-page',
    isConnected: false,
    reach: (room) => withPictures(room, `${site}/rtl`),
  },
  connected('one', (popup) => choose(popup, 'Recipes')),
  connected('several', selectAll, `${site}/many?n=9`),
  connected('more-open', (popup) => popup.getByRole('button', { name: 'Description, alt text, link' }).click()),
  connected('picker-open', (popup) => popup.getByRole('combobox', { name: 'Board' }).press('ArrowDown')),
  connected('picker-typed', (popup) => popup.getByRole('combobox', { name: 'Board' }).fill('supe')),
  connected('new-board', (popup) => choose(popup, 'Autumn')),
  connected('hidden-open', (popup) => popup.getByRole('button', { name: /hidden/ }).click()),
  connected('filter', async (popup) => {
    await popup.getByRole('button', { name: /Filter/ }).click();
    await popup.getByRole('searchbox').fill('zzz');
  }),
  connected('linked', async (popup) => {
    await choose(popup, 'suppen');
    await popup.getByText(/already has a pin with this link/).waitFor();
  }),
  connected('cut', async (popup) => {
    await popup.getByRole('button', { name: 'Cut out a part of the page' }).click();
    await popup.getByRole('dialog').waitFor();
  }),
  saved('saved', 'Saved to Garden', () => undefined),
  saved('saved-many', '4 pins saved to Garden', () => undefined, `${site}/many?n=4`),
  saved('sending', /Saving/, ({ emulator }) =>
    emulator.fault({ kind: 'slow', method: 'POST', path: '/pins$', delayMs: 15_000 }),
  ),
  saved('link-blocked', 'Not saved', ({ emulator }) =>
    emulator.fault({ kind: 'spam', method: 'POST', path: '/pins$' }),
  ),
  saved('board-gone', 'Not saved', ({ emulator }) =>
    emulator.fault({
      kind: 'error',
      status: 404,
      code: 40,
      message: 'Board not found.',
      method: 'POST',
      path: '/pins$',
    }),
  ),
  saved('trial', /window/, ({ emulator }) => emulator.fault({ kind: 'trial', method: 'POST', path: '/pins$' })),
  saved('paused', /pause/i, ({ emulator }) =>
    emulator.fault({ kind: 'rate-limit', retryAfterS: 900, method: 'POST', path: '/pins$' }),
  ),
  {
    name: 'boards-failed',
    isConnected: false,
    async reach(room) {
      room.emulator.fault({ kind: 'error', status: 403, code: 3, message: 'Authorization failed.', path: '/boards' });
      await connectOwnApp(room.context, room.emulator);
      const popup = await withPictures(room);
      await popup.getByRole('button', { name: 'Try again' }).first().waitFor();
      return popup;
    },
  },
  {
    name: 'offline',
    isConnected: true,
    async reach(room) {
      const popup = await withPictures(room);
      await room.context.setOffline(true);
      await popup
        .getByText(/offline/)
        .first()
        .waitFor();
      return popup;
    },
  },
];
