import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseBoard, givePicture, paint } from './steps.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';
const boards = [{ name: 'Recipes', sections: ['Cakes'] }, { name: 'Garden' }, { name: 'Süße Suppen' }];

/** What has the focus, by its accessible name. */
const focused = (popup: Page) =>
  popup.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

/** Presses Tab until the wish is met: a person without a mouse goes the same way. */
async function tabTo(popup: Page, name: RegExp): Promise<void> {
  await expect(async () => {
    await popup.keyboard.press('Tab');
    expect(await focused(popup)).toMatch(name);
  }).toPass({ intervals: [20] });
}

test.beforeEach(async ({ emulator, connect }) => {
  emulator.seed({ boards });
  await connect();
});

test('everything can be done by the keyboard alone: pictures, board, new section, alt text, save, undo', async ({
  popupOn,
  emulator,
}) => {
  const popup = await popupOn('many?n=12');
  const { keyboard } = popup;
  const board = popup.getByRole('combobox', { name: 'Board' });
  await expect(board).toBeFocused();
  await expect(popup.getByRole('option').first()).toBeVisible();

  await keyboard.type('garden');
  await expect(popup.getByRole('option', { name: /Garden/ }).first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(board).toHaveValue('Garden');

  const pictures = popup.getByRole('listbox', { name: 'Images on this page' });
  await tabTo(popup, /^Images on this page$/);
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await expect(pictures.getByRole('option', { selected: true })).toHaveCount(3);

  await tabTo(popup, /Description, alt text, link/);
  await keyboard.press('Enter');
  const altText = popup.getByRole('textbox', { name: 'Alt text' });
  await expect(altText).toBeVisible();
  await expect(async () => {
    await keyboard.press('Tab');
    await expect(altText).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [20] });
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('Three of a kind');

  await expect(async () => {
    await keyboard.press('Tab');
    await expect(board).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [20] });
  await keyboard.type('Recipes › Soups');
  await expect(popup.getByRole('option', { name: /Soups/ })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(board).toHaveValue('Recipes › Soups');
  await keyboard.press('Enter');

  await expect(popup.getByRole('status').getByText('3 pins saved to Recipes › Soups')).toBeVisible();
  expect(emulator.state().pins).toHaveLength(3);
  expect(emulator.state().pins.map(({ altText: text }) => text)).toEqual(Array(3).fill('Three of a kind'));

  await expect(async () => {
    await keyboard.press('Shift+Tab');
    expect(await focused(popup)).toBe('Undo all');
  }).toPass({ intervals: [20] });
  await keyboard.press('Enter');
  await expect.poll(() => emulator.state().pins).toEqual([]);
});

test('what was chosen and typed survives a popup that closes, until the page is another', async ({
  context,
  popupOver,
}) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=6');
  const first = await popupOver(page);
  await chooseBoard(first, 'garden');
  await first.getByRole('option').nth(2).click();
  await first.getByRole('textbox', { name: 'Title' }).fill('Half a thought');
  await first.close();

  const again = await popupOver(page);
  await expect(again.getByRole('textbox', { name: 'Title' })).toHaveValue('Half a thought');
  await expect(again.getByRole('combobox', { name: 'Board' })).toHaveValue('Garden');
  await expect(again.getByRole('option', { selected: true })).toHaveCount(1);
  await expect(again.getByRole('option').nth(2)).toHaveAttribute('aria-selected', 'true');
  await again.close();

  await page.goto(recipe);
  const other = await popupOver(page);
  await expect(other.getByRole('textbox', { name: 'Title' })).not.toHaveValue('Half a thought');
});

test('the largest version that loads is saved, although the page shows a smaller one', async ({
  popupOn,
  emulator,
}) => {
  const largest = 'https://kitchen.test/pictures/tomato-soup-2000.jpg';
  await paint(emulator, largest);
  const popup = await popupOn();
  await chooseBoard(popup, 'garden');
  await popup.getByRole('option', { name: /soup/i }).first().click();
  await expect.poll(() => emulator.log.find('GET', /tomato-soup-2000/).length).toBeGreaterThan(1);
  await popup.waitForFunction(
    () => performance.getEntriesByName('https://kitchen.test/pictures/tomato-soup-2000.jpg').length > 0,
  );
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByRole('status').getByText('Saved to Garden')).toBeVisible();
  expect(emulator.state().pins).toMatchObject([{ pictureUrl: largest }]);
});

test('Select all chooses every picture of the page, also those that were not handed over yet', async ({ popupOn }) => {
  const popup = await popupOn('many?n=400');
  await expect(popup.getByRole('option').first()).toBeVisible();
  await popup.getByRole('button', { name: 'Select all' }).click();
  await expect(popup.getByRole('button', { name: 'Save 400 pins' })).toBeVisible();
  await popup.getByRole('button', { name: 'Clear' }).click();
  await expect(popup.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
});

test('a picture that is pasted is saved by its bytes, and an address that is dropped as it is', async ({
  popupOn,
  emulator,
}) => {
  const popup = await popupOn();
  await chooseBoard(popup, 'garden');
  const dropped = 'https://kitchen.test/pictures/rye-bread-960.jpg';
  const jpeg = Buffer.from(await (await emulator.fetch(dropped)).arrayBuffer()).toString('base64');
  await givePicture(popup, 'paste', { jpeg });
  await expect(popup.getByRole('textbox', { name: 'Title' })).toHaveValue('holiday');
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByRole('status').getByText('Saved to Garden')).toBeVisible();
  expect(emulator.state().pins).toMatchObject([{ title: 'holiday' }]);
  await givePicture(popup, 'drop', { url: dropped });
  await expect(popup.getByRole('button', { name: 'Save 2 pins' })).toBeVisible();
});

test('nothing shifts once the first picture is painted', async ({ popupOn }) => {
  const popup = await popupOn('many?n=60');
  await expect(popup.getByRole('option')).not.toHaveCount(0);
  await popup.waitForFunction(() => [...document.images].every((image) => image.complete));
  const shift = await popup.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const firstPictureMs = Math.min(
      ...performance
        .getEntriesByType('resource')
        .flatMap((entry) => (/\.(jpg|png)/.test(entry.name) ? entry.startTime : [])),
    );
    new PerformanceObserver((list, observer) => {
      observer.disconnect();
      const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
      resolve(shifts.reduce((sum, { startTime, value }) => (startTime >= firstPictureMs ? sum + value : sum), 0));
    }).observe({ type: 'layout-shift', buffered: true });
    // Without any shift the observer is never called.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(0), 200)));
    return promise;
  });
  expect(shift).toBeLessThan(0.05);
});

test('a screen reader hears the popup in this order', async ({ popupOn }) => {
  const popup = await popupOn();
  await expect(popup.getByRole('option').first()).toBeVisible();
  await expect(popup.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Tack" [level=1]
      - text: Plum cake
      - button "Cut out a part of the page"
      - button "My pins"
      - button "Options"
      - text: 4 pictures
      - button "2 hidden"
      - button "Filter pictures"
      - 'button "Sort: Best first"'
      - button "Select all"
      - listbox "Images on this page":
        - /children: equal
        - option "Plum cake, from above, 1600 × 2400" [selected]
        - option "Lemon tart with toasted meringue, 900 × 1350"
        - option "Roasted tomato soup, 300 × 375"
        - option /Berry pavlova/
      - status
      - text: Title
      - textbox "Title": Plum cake
      - button "Description, alt text, link"
      - combobox "Board"
      - button "Show boards"
      - button "Save"
  `);
});
