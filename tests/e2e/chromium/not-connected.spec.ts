import { clickToolbarButton } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { chooseInImageMenu, quickPin, setToolbarButton } from './steps.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

test.describe('not connected', () => {
  test("the popup hands the chosen picture to Pinterest's own window, filled in", async ({
    context,
    popupOver,
    saveWindow,
    emulator,
  }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    const popup = await popupOver(page);
    await expect(
      popup.getByRole('listbox', { name: 'Images on this page' }).getByRole('option').first(),
    ).toHaveAttribute('aria-selected', 'true');
    await expect(popup.getByRole('combobox', { name: 'Board' })).toHaveCount(0);
    const opened = saveWindow();
    await popup.getByRole('button', { name: 'Save with Pinterest' }).click();
    const window = await opened;
    const asked = new URL(window.url()).searchParams;
    expect(asked.get('url')).toBe(recipe);
    expect(asked.get('media')).toMatch(/^https:\/\/.*\.test\//);
    expect(asked.get('description')).toContain('Plum');
    await window.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => emulator.state().windowSaves.length).toBe(1);
  });

  test("a right-click hands that picture to Pinterest's window", async ({ context, saveWindow, emulator }) => {
    const page = await context.newPage();
    await page.goto('https://kitchen.test/gallery');
    const image = page.locator('main img').nth(3);
    const src = await image.evaluate((element: HTMLImageElement) => element.src);
    const opened = saveWindow();
    await chooseInImageMenu(context, page, src, 'image');
    const asked = new URL((await opened).url()).searchParams;
    expect(asked.get('media')).toBe(src);
    expect(asked.get('url')).toBe('https://kitchen.test/gallery');
    expect(asked.get('description')).toBe('No. 4');
    expect(emulator.state().pins).toEqual([]);
  });

  test("quick pin in the toolbar button's menu hands over the page's best picture", async ({ context, saveWindow }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    const opened = saveWindow();
    await quickPin(context, page);
    const asked = new URL((await opened).url()).searchParams;
    expect(asked.get('media')).toContain('plum-cake');
    expect(asked.get('url')).toBe(recipe);
  });

  test('a toolbar button that is set to quick pin hands over the best picture by one click', async ({
    context,
    saveWindow,
  }) => {
    await setToolbarButton(context, 'Quick pin');
    const page = await context.newPage();
    await page.goto(recipe);
    const opened = saveWindow();
    await clickToolbarButton(context, page);
    expect(new URL((await opened).url()).searchParams.get('media')).toContain('plum-cake');
    expect(context.pages().filter((other) => other.url().includes('/popup.html'))).toEqual([]);
  });

  test('several pictures go through one window, one after the other, until the person stops', async ({
    context,
    popupOver,
    saveWindow,
  }) => {
    const page = await context.newPage();
    await page.goto('https://kitchen.test/many?n=10');
    const popup = await popupOver(page);
    await popup.getByRole('button', { name: 'Select all' }).click();
    const opened = saveWindow();
    await popup.getByRole('button', { name: 'Save with Pinterest' }).click();
    const window = await opened;
    await expect(popup.getByRole('status').getByText('1 of 10')).toBeVisible();
    const first = window.url();
    await popup.getByRole('button', { name: 'Next' }).click();
    await expect(popup.getByRole('status').getByText('2 of 10')).toBeVisible();
    await expect.poll(() => window.url()).not.toBe(first);
    expect(window.url()).toContain('/pin/create/button/');
    expect(context.pages().filter((other) => other.url().includes('/pin/create/button/'))).toEqual([window]);
    const closed = window.waitForEvent('close');
    await popup.getByRole('button', { name: 'Stop' }).click();
    await closed;
    await expect(popup.getByText('2 of 10')).toHaveCount(0);
    await expect(popup.getByRole('button', { name: 'Save with Pinterest' })).toBeVisible();
  });
});
