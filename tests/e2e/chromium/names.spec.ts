import type { Page, TestInfo } from '@playwright/test';
import { expectAccessibleInLightAndDark } from './axe.ts';
import { workerOf } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { openOptions, saveByPopup } from './steps.ts';
import { sentenceOf } from './words.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';
const boards = [{ name: 'Recipes', sections: ['Cakes'] }, { name: 'Garden' }];

/** Axe finds nothing, in light and in dark; a screenshot of each stays with the results. */
async function expectAccessibleLooks(page: Page, name: string, testInfo: TestInfo): Promise<void> {
  await expectAccessibleInLightAndDark(page, (colorScheme) =>
    page.screenshot({ path: testInfo.outputPath(`${name}-${colorScheme}.png`), animations: 'disabled' }),
  );
}

test('the popup bears the names that were agreed, and axe finds nothing, connected or not', async ({
  context,
  emulator,
  connect,
  popupOver,
}, testInfo) => {
  const page = await context.newPage();
  await page.goto(recipe);
  const stranger = await popupOver(page);
  await expect(stranger.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Save with Pinterest' })).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Connect to Pinterest' })).toBeVisible();
  await expectAccessibleLooks(stranger, 'popup-not-connected', testInfo);
  await stranger.close();

  emulator.seed({ boards });
  await connect();
  const popup = await popupOver(page);
  const pictures = popup.getByRole('listbox', { name: 'Images on this page' });
  await expect(pictures).toHaveAttribute('aria-multiselectable', 'true');
  await expect(pictures.getByRole('option').first()).toHaveAccessibleName(/\S/);
  await expect(pictures.getByRole('option').getByRole('button')).toHaveCount(0);
  await expect(popup.getByRole('combobox', { name: 'Board' })).toBeVisible();
  await expect(popup.getByRole('textbox', { name: 'Title' })).toHaveValue(/Plum cake/);
  await expect(popup.getByRole('textbox', { name: 'Alt text' })).toHaveCount(0);
  await popup.getByRole('button', { name: 'Description, alt text, link' }).click();
  for (const name of ['Description', 'Alt text', 'Link']) {
    await expect(popup.getByRole('textbox', { name })).toBeVisible();
  }
  await expectAccessibleLooks(popup, 'popup-connected', testInfo);
  await saveByPopup(popup, 'Recipes');
  await expectAccessibleLooks(popup, 'popup-saved', testInfo);
  await popup.close();
  const again = await popupOver(page);
  await expect(again.getByRole('textbox', { name: 'Alt text' }), 'the open fields are remembered').toBeVisible();
});

test("the popup's keys do what was agreed", async ({ context, emulator, connect, popupOver }) => {
  emulator.seed({ boards });
  await connect();
  const page = await context.newPage();
  await page.goto(recipe);
  await saveByPopup(await popupOver(page), 'Garden');
  const other = await context.newPage();
  await other.goto('https://kitchen.test/gallery');
  const popup = await popupOver(other);
  const board = popup.getByRole('combobox', { name: 'Board' });
  await expect(board).toBeFocused();
  await expect(board).toHaveValue('Garden');
  expect(
    await board.evaluate((box: HTMLInputElement) => box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0)),
  ).toBe('Garden');
  await popup.keyboard.type('reci');
  await expect(popup.getByRole('option', { name: /Recipes/ }).first()).toBeVisible();
  await popup.keyboard.press('Enter');
  await expect(board).toHaveValue('Recipes');
  await expect(board).toHaveAttribute('aria-expanded', 'false');
  await popup.keyboard.type('x');
  await expect(board).toHaveAttribute('aria-expanded', 'true');
  await popup.keyboard.press('Escape');
  await expect(board).toHaveAttribute('aria-expanded', 'false');
  await expect(board).toHaveValue('Recipes');
  expect(emulator.state().pins, 'choosing does not save').toHaveLength(1);

  const pictures = popup.getByRole('listbox', { name: 'Images on this page' });
  await pictures.focus();
  await popup.keyboard.press('ControlOrMeta+a');
  await expect(popup.getByRole('button', { name: 'Save 24 pins' })).toBeVisible();
  await popup.getByRole('button', { name: 'Clear' }).click();
  await pictures.focus();
  await popup.keyboard.press('Space');
  await expect(pictures.getByRole('option', { selected: true })).toHaveCount(1);
  await popup.keyboard.press('Shift+ArrowRight');
  await expect(pictures.getByRole('option', { selected: true })).toHaveCount(2);
  await popup.keyboard.press('ArrowRight');
  await popup.keyboard.press('Space');
  await expect(pictures.getByRole('option', { selected: true })).toHaveCount(3);
  await board.focus();
  // Enter so soon after a change of the selection does nothing, so it may have to be pressed again.
  await expect(async () => {
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('status').getByText(/Recipes/)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(popup.getByRole('status').getByText('3 pins saved to Recipes')).toBeVisible();
  expect(emulator.state().pins).toHaveLength(4);
});

test('Options bears the names that were agreed, and axe finds nothing', async ({ context, connect }, testInfo) => {
  const options = await openOptions(context);
  const connection = options.getByRole('radiogroup', { name: 'Connection' });
  await expect(connection.getByRole('radio', { name: 'My own Pinterest app' })).toBeChecked();
  const redirect = options.getByRole('textbox', { name: 'Redirect URI' });
  await expect(redirect).toHaveValue(/^https:\/\/[a-p]{32}\.chromiumapp\.org\//);
  await expect(redirect).not.toBeEditable();
  await expect(options.getByRole('button', { name: 'Copy' })).toBeVisible();
  await expect(options.getByRole('textbox', { name: 'App ID' })).toBeEditable();
  await expect(options.getByLabel('App secret key')).toHaveAttribute('type', 'password');
  await expect(options.getByRole('combobox', { name: 'Environment' }).getByRole('option')).toHaveText([
    'Production',
    'Sandbox',
  ]);
  const toolbar = options.getByRole('radiogroup', { name: 'Toolbar button' });
  await expect(toolbar.getByRole('radio')).toHaveCount(2);
  await expect(toolbar.getByRole('radio', { name: 'Open the popup' })).toBeChecked();
  await expect(toolbar.getByRole('radio', { name: 'Quick pin' })).not.toBeChecked();
  await expect(options.getByText('Alt+Shift+S')).toBeVisible();
  await expect(options.getByText('Alt+Shift+K')).toBeVisible();
  await expectAccessibleLooks(options, 'options', testInfo);
  await connection.getByRole('radio', { name: 'Relay' }).check();
  await expect(options.getByRole('textbox', { name: 'Relay URL' })).toBeEditable();
  await expectAccessibleLooks(options, 'options-relay', testInfo);
  await connect();
  await expect(options.getByRole('button', { name: 'Disconnect' })).toBeVisible();
  await expectAccessibleLooks(options, 'options-connected', testInfo);
});

test('the menus hold one item for a picture, one for a page and three for the toolbar button', async ({ context }) => {
  const worker = await workerOf(context);
  const isThere = (id: string) =>
    worker.evaluate((id) => {
      const { chrome } = globalThis as unknown as {
        chrome: { contextMenus: { update(id: string, change: object): Promise<void> } };
      };
      // Chromium lists no menu items; changing nothing of one tells whether it is there.
      return chrome.contextMenus.update(id, {}).then(
        () => true,
        () => false,
      );
    }, id);
  for (const id of ['image', 'page', 'action-popup', 'action-quick-pin', 'action-library']) {
    await expect.poll(() => isThere(id), id).toBe(true);
  }
  expect(await isThere('image-choose'), 'not connected: one plain item').toBe(false);
  const titles = ['saveImage', 'savePage', 'choosePictures', 'quickPin', 'myPins'].map((key) =>
    sentenceOf(`menu.${key}`),
  );
  expect(titles).toEqual(['Save image to board', 'Save page to Pinterest', 'Choose pictures…', 'Quick pin', 'My pins']);
});
