import { expect, type Page } from '@playwright/test';
import { choose, pressSave, type Room, type State, withPictures } from './room.ts';
import { dispatchMenu, grantActiveTab } from './steps.ts';
import { toastOn } from './toast.ts';
import type { Words } from './words.ts';

const site = 'https://kitchen.test';

/** Saves a picture by the popup, so that the menu offers its board; gives the board's id. */
async function saveOnce(room: Room): Promise<string> {
  const popup = await withPictures(room, `${site}/many?n=1`);
  await choose(room, popup, 'Garden');
  await pressSave(room, popup);
  await expect(popup.getByText(room.words.t('popup.savedTo', 'Garden')).first()).toBeVisible();
  await popup.close();
  const pin = room.emulator.state().pins.at(-1);
  if (!pin) throw new Error('no pin');
  return pin.boardId;
}

/** Saves the recipe's linked picture to the board, by the image menu. */
async function saveFromMenu({ context }: Room, page: Page, boardId: string, selector = '#linked'): Promise<void> {
  const srcUrl = await page.locator(selector).evaluate((image: HTMLImageElement) => image.currentSrc);
  await dispatchMenu(context, page, { menuItemId: `image-to:${boardId}`, mediaType: 'image', srcUrl });
}

async function expectToast(page: Page, text: string): Promise<void> {
  await expect.poll(async () => (await toastOn(page)).text, { timeout: 20_000 }).toContain(text);
}

/** The page's toast after a save from the menu, told by the words in it. */
function toast(name: string, says: (words: Words) => string, before: (room: Room) => unknown = () => undefined): State {
  return {
    name,
    isConnected: true,
    async reach(room) {
      const boardId = await saveOnce(room);
      await before(room);
      const page = await room.context.newPage();
      await page.goto(`${site}/recipes/plum-cake`);
      await grantActiveTab(room.context, page);
      await saveFromMenu(room, page, boardId);
      await expectToast(page, says(room.words));
      return page;
    },
  };
}

/** Every state of the toast that stands on a page. */
export const toastStates: readonly State[] = [
  toast('toast', ({ t }) => t('toast.saved', 'Garden')),
  toast(
    'toast-saving',
    ({ t }) => t('toast.saving', 'Garden'),
    ({ emulator }) => emulator.fault({ kind: 'held', method: 'POST', path: '/pins$' }),
  ),
  toast(
    'toast-failed',
    ({ t }) => t('toast.failed'),
    ({ emulator }) => emulator.fault({ kind: 'spam', method: 'POST', path: '/pins$' }),
  ),
  toast(
    'toast-waiting',
    ({ t }) => t('toast.waiting', 'Garden'),
    ({ emulator }) => emulator.fault({ kind: 'rate-limit', retryAfterS: 900, method: 'POST', path: '/pins$' }),
  ),
  {
    name: 'toast-several',
    isConnected: true,
    async reach(room) {
      const boardId = await saveOnce(room);
      const page = await room.context.newPage();
      await page.goto(`${site}/many?n=6`);
      await grantActiveTab(room.context, page);
      for (const index of [2, 3, 4]) {
        await saveFromMenu(room, page, boardId, `figure:nth-of-type(${index}) img`);
      }
      await expect
        .poll(async () => (await toastOn(page)).text.split(room.words.t('toast.saved', 'Garden')).length - 1, {
          timeout: 20_000,
        })
        .toBe(3);
      return page;
    },
  },
];
