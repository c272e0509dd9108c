import { expect, test } from './fixtures.ts';
import { chooseInImageMenu } from './steps.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

test.describe('not connected', () => {
  test("the popup hands the chosen picture to Pinterest's own window, filled in", async ({
    context,
    popupOver,
    emulator,
  }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    const popup = await popupOver(page);
    await expect(
      popup.getByRole('listbox', { name: 'Images on this page' }).getByRole('option').first(),
    ).toHaveAttribute('aria-selected', 'true');
    await expect(popup.getByRole('combobox', { name: 'Board' })).toHaveCount(0);
    const opened = context.waitForEvent('page', (other) => other.url().includes('/pin/create/button/'));
    await popup.getByRole('button', { name: 'Save with Pinterest' }).click();
    const window = await opened;
    const asked = new URL(window.url()).searchParams;
    expect(asked.get('url')).toBe(recipe);
    expect(asked.get('media')).toMatch(/^https:\/\/.*\.test\//);
    expect(asked.get('description')).toContain('Plum');
    await window.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => emulator.state().windowSaves.length).toBe(1);
  });

  test("a right-click hands that picture to Pinterest's window", async ({ context, emulator }) => {
    const page = await context.newPage();
    await page.goto('https://kitchen.test/gallery');
    const image = page.locator('main img').nth(3);
    const src = await image.evaluate((element: HTMLImageElement) => element.currentSrc);
    const opened = context.waitForEvent('page', (other) => other.url().includes('/pin/create/button/'));
    await chooseInImageMenu(context, page, src, 'image');
    expect(new URL((await opened).url()).searchParams.get('media')).toContain('.test/');
    expect(emulator.state().pins).toEqual([]);
  });
});
