import type { BrowserContext } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { clickToolbarButton } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { openPage, saveImage } from './picture-steps.ts';
import {
  chooseBoard,
  chooseInImageMenu,
  dispatchMenu,
  grantActiveTab,
  paint,
  quickPin,
  saveByPopup,
  setToolbarButton,
} from './steps.ts';
import { pressInToast, toastOn, viewByToast } from './toast.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';
const boards = [{ name: 'Recipes', sections: ['Cakes'] }, { name: 'Garden' }];

/** What is done opens a pin's own page on Pinterest in a new tab. */
async function expectPage(
  context: BrowserContext,
  pin: ReturnType<Emulator['state']>['pins'][number] | undefined,
  act: () => Promise<void>,
): Promise<void> {
  const [opened] = await Promise.all([context.waitForEvent('page'), act()]);
  await expect(opened.getByRole('heading', { name: pin?.title ?? '' })).toBeVisible();
  expect(opened.url()).toBe(`https://www.pinterest.com/pin/${pin?.id}/`);
}

test.describe('connected', () => {
  test.beforeEach(async ({ emulator, connect }) => {
    emulator.seed({ boards });
    await connect();
  });

  test('the popup saves the best picture, in its largest version, to the board that was typed, and undoes it', async ({
    popupOn,
    emulator,
  }) => {
    await paint(emulator, 'https://kitchen.test/pictures/plum-cake-1600.jpg');
    const popup = await popupOn();
    const board = popup.getByRole('combobox', { name: 'Board' });
    await expect(board).toBeFocused();
    await board.fill('reci');
    await board.press('Enter');
    await expect(board).toHaveValue('Recipes');
    await popup.getByRole('textbox', { name: 'Title' }).fill('A plum cake');
    await popup.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(popup.getByRole('status').getByText('Saved to Recipes')).toBeVisible();
    const [pin] = emulator.state().pins;
    expect(pin).toMatchObject({ title: 'A plum cake', link: recipe, picture: { widthPx: 1600, heightPx: 2400 } });
    await expect(popup.getByRole('button', { name: 'View pin' })).toBeVisible();
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => emulator.state().pins).toEqual([]);
    await expect(popup.getByRole('status').getByText('Undone')).toBeVisible();
  });

  test('several pictures are several pins, with one Undo all', async ({ popupOn, emulator }) => {
    const popup = await popupOn('many?n=4');
    await chooseBoard(popup, 'Garden');
    await popup.getByRole('button', { name: 'Select all' }).click();
    await popup.getByRole('button', { name: 'Save 4 pins' }).click();
    await expect(popup.getByRole('status').getByText('4 pins saved to Garden')).toBeVisible();
    const urls = emulator.state().pins.map(({ pictureUrl }) => pictureUrl);
    expect(new Set(urls).size).toBe(4);
    await popup.getByRole('button', { name: 'Undo all' }).click();
    await expect.poll(() => emulator.state().pins).toEqual([]);
  });

  test('the menu saves the clicked picture in its largest version to the board, with a toast that undoes it', async ({
    context,
    emulator,
  }) => {
    const page = await openPage(context, emulator, recipe);
    const src = await page.locator('#linked').evaluate((image: HTMLImageElement) => image.currentSrc);
    expect(src).toContain('-300.jpg');
    const largest = 'https://kitchen.test/pictures/tomato-soup-2000.jpg';
    await paint(emulator, largest);
    await saveImage(context, emulator, page, src);
    await expect.poll(async () => (await toastOn(page)).text).toContain('Saved to Garden');
    const pin = emulator.state().pins.find(({ pictureUrl }) => pictureUrl?.includes('tomato-soup'));
    const garden = emulator.state().boards.find(({ name }) => name === 'Garden');
    expect(pin).toMatchObject({ boardId: garden?.id, link: recipe, pictureUrl: largest });
    expect((await toastOn(page)).buttons).toEqual(['Undo', 'Edit', 'View']);
    // A press counts only once the button has been visible for half a second; until then it does nothing.
    await expect(async () => {
      const { buttons } = await toastOn(page);
      if (buttons.includes('Undo')) await pressInToast(page, 'Undo');
      expect(emulator.state().pins.map(({ id }) => id)).not.toContain(pin?.id);
    }).toPass();
    await expect.poll(async () => (await toastOn(page)).text).toContain('Not on Garden any more');
  });

  test('a saved pin can be looked at: from the popup on Pinterest, from the toast on its board in My pins', async ({
    context,
    popupOver,
    emulator,
  }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    const popup = await popupOver(page);
    await saveByPopup(popup, 'Garden');
    await expectPage(context, emulator.state().pins.at(-1), () =>
      popup.getByRole('button', { name: 'View pin' }).click(),
    );

    const garden = emulator.state().boards.find(({ name }) => name === 'Garden');
    const src = await page.locator('#linked').evaluate((image: HTMLImageElement) => image.currentSrc);
    await chooseInImageMenu(context, page, src, `image-to:${garden?.id}`);
    await expect.poll(async () => (await toastOn(page)).buttons).toContain('View');
    const pin = emulator.state().pins.at(-1);
    expect(pin?.title).toBe('Roasted tomato soup');
    const library = await viewByToast(context, page);
    expect(new URL(library.url()).hash).toBe(`#board/${garden?.id}`);
    await library.locator(`[role=option][data-id="${pin?.id}"]`).click();
    await expectPage(context, pin, () => library.getByRole('link', { name: 'Open on Pinterest' }).click());
  });

  test('a larger version that is not there is not pinned', async ({ context, emulator }) => {
    emulator.fault({ kind: 'server-error', host: 'kitchen', path: 'tomato-soup-2000' });
    const page = await openPage(context, emulator, recipe);
    const src = await page.locator('#linked').evaluate((image: HTMLImageElement) => image.currentSrc);
    await saveImage(context, emulator, page, src);
    await expect
      .poll(() => emulator.state().pins.map(({ pictureUrl }) => pictureUrl))
      .toContain('https://kitchen.test/pictures/tomato-soup-300.jpg');
    expect(emulator.log.find('GET', /tomato-soup-2000/).map(({ status }) => status)).toEqual([500]);
  });

  test('a picture shown as AVIF is pinned by the JPEG that stands in for it, which Pinterest fetches itself', async ({
    context,
    emulator,
  }) => {
    const page = await openPage(context, emulator, recipe);
    const src = await page.locator('#modern').evaluate((image: HTMLImageElement) => image.currentSrc);
    expect(src).toMatch(/-900\.avif$/);
    await paint(emulator, src.replace('avif', 'jpg'));
    await saveImage(context, emulator, page, src);
    await expect
      .poll(() => emulator.state().pins.map(({ pictureUrl }) => pictureUrl))
      .toContain(src.replace('avif', 'jpg'));
  });

  test('quick pin saves the best picture to the board used last, from the menu and from the button itself', async ({
    context,
    popupOn,
    emulator,
  }) => {
    await saveByPopup(await popupOn(), 'Recipes');
    const other = await context.newPage();
    await other.goto('https://kitchen.test/recipes/lemon-tart');
    await quickPin(context, other);
    await expect.poll(async () => (await toastOn(other)).text).toContain('Saved to Recipes');
    expect(emulator.state().pins.at(-1)).toMatchObject({ link: 'https://kitchen.test/recipes/lemon-tart' });
    await setToolbarButton(context, 'Quick pin');
    const third = await context.newPage();
    await third.goto('https://kitchen.test/recipes/rye-bread');
    await clickToolbarButton(context, third);
    await expect.poll(async () => (await toastOn(third)).text).toContain('Saved to Recipes');
    expect(emulator.state().pins).toHaveLength(3);
  });

  test('quick pin without a board used before opens the popup, which asks for one', async ({ context, emulator }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    const opened = context.waitForEvent('page', (other) => other.url().includes('/popup.html'));
    await setToolbarButton(context, 'Quick pin');
    await clickToolbarButton(context, page);
    const popup = await opened;
    await expect(popup.getByRole('combobox', { name: 'Board' })).toBeVisible();
    expect(emulator.state().pins).toEqual([]);
  });

  test('choosing a board in the image menu opens the popup with that picture chosen', async ({ context }) => {
    const page = await context.newPage();
    await page.goto('https://kitchen.test/gallery');
    // Not `currentSrc`, which a lazy picture may not have yet.
    const src = await page
      .locator('main img')
      .nth(5)
      .evaluate((image: HTMLImageElement) => image.src);
    await grantActiveTab(context, page);
    const opened = context.waitForEvent('page', (other) => other.url().includes('/popup.html'));
    await dispatchMenu(context, page, { menuItemId: 'image-choose', mediaType: 'image', srcUrl: src });
    const popup = await opened;
    const chosen = popup.getByRole('listbox', { name: 'Images on this page' }).getByRole('option', { selected: true });
    await expect(chosen).toHaveCount(1);
    await expect(chosen).toHaveAccessibleName(/Picture 6|No\. 6/);
  });
});
