import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Seed } from '../../emulator/seed.ts';
import type { Emulator } from '../../emulator/start.ts';
import { openPopup } from './browser.ts';
import type { Words } from './words.ts';

/** What a state is reached with: the shipped build in a browser, its words, and the Pinterest that it meets. */
export interface Room {
  readonly context: BrowserContext;
  readonly emulator: Emulator;
  readonly words: Words;
}

/** A state of one of Tack's faces as a person comes to see it. */
export interface State {
  readonly name: string;
  /** Somebody is connected before. */
  readonly isConnected: boolean;
  readonly reach: (room: Room) => Promise<Page>;
  /** What the person's account holds; {@link seededBoards} when absent. */
  readonly boards?: Seed['boards'];
}

/** The demo blog. */
export const site = 'https://kitchen.test';
export const recipe = `${site}/recipes/plum-cake`;
const waitMs = 20_000;

/** Boards that the connected states meet, unless the state is about others. */
export const seededBoards: Seed['boards'] = [
  { name: 'Recipes', sections: ['Cakes', 'Soups'] },
  { name: 'Garden' },
  { name: 'Süße Suppen', pins: [{ link: recipe }] },
  { name: 'Reading corner', sections: ['Shelves'] },
];

/** The popup over a page, however little of that is there. */
export async function popupOver({ context }: Room, url: string): Promise<Page> {
  const page = await context.newPage();
  // Neither a PDF nor a page that never ends is ever loaded.
  await page.goto(url, { waitUntil: /never|pdf$/.test(url) ? 'commit' : 'load' });
  await page.locator('body').waitFor();
  return openPopup(context, page);
}

/** The popup over a page, once its pictures are there. */
export async function withPictures(room: Room, url = recipe): Promise<Page> {
  const popup = await popupOver(room, url);
  await popup.getByRole('option').first().waitFor();
  return popup;
}

/** The board picker's box. */
export const boardBox = ({ words }: Room, popup: Page) =>
  popup.getByRole('combobox', { name: words.t('picker.board') });
/** The board picker's list, while it is open. */
export const boardList = ({ words }: Room, popup: Page) =>
  popup.getByRole('listbox', { name: words.t('picker.boards') });

/** Chooses the first board that is found by what is typed. */
export async function choose(room: Room, popup: Page, board: string): Promise<void> {
  await boardBox(room, popup).fill(board);
  await boardList(room, popup).getByRole('option').first().waitFor();
  await boardBox(room, popup).press('Enter');
}

/** Chooses one more board, found by what is typed. */
export async function addBoard(room: Room, popup: Page, board: string): Promise<void> {
  const { t } = room.words;
  await press(room, popup, 'picker.addBoard');
  await popup.getByRole('combobox', { name: t('picker.addBoard') }).fill(board);
  await boardList(room, popup).getByRole('option').first().waitFor();
  await popup.keyboard.press('Enter');
  await popup.getByRole('button', { name: t('picker.removeBoard', board), exact: true }).waitFor();
}

/** Presses *Save*, for one picture or for many. */
export async function pressSave({ words }: Room, popup: Page, count = 1): Promise<void> {
  const name = count === 1 ? words.t('popup.save') : words.plural('popup.savePins', count);
  await popup.getByRole('button', { name, exact: true }).click();
}

/** Presses the popup's button with these words. */
export const press = ({ words }: Room, popup: Page, key: Parameters<Words['t']>[0]) =>
  popup.getByRole('button', { name: words.t(key), exact: true }).click();

/** Chooses every picture of the page. */
export const selectAll = (room: Room, popup: Page) => press(room, popup, 'popup.selectAll');

/** Waits for words to stand in the popup. */
export const expectText = (popup: Page, text: string) =>
  expect(popup.getByText(text).first()).toBeVisible({ timeout: waitMs });
