import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../chromium.ts';
import { bundleButton } from './bundle.ts';

// In an open root, unlike on real pages: axe has to see inside.
const html = `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>
<img alt="A picture" width="300" height="400" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='300' height='400'><rect width='300' height='400' fill='%23c98a5b'/></svg>"></main>`;

let browser: Browser;
let code: string;
let page: Page;
beforeAll(async () => {
  code = await bundleButton();
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  page = await (await browser.newContext({ viewport: { width: 600, height: 600 } })).newPage();
  await page.setContent(html);
  await page.addScriptTag({ content: code });
  await page.evaluate(() => {
    const { createButton } = (
      globalThis as unknown as { tackHoverButton: typeof import('../../entrypoints/hover/button.ts') }
    ).tackHoverButton;
    const [image] = document.images;
    const press = () => {
      document.title = `${document.title}, pressed`;
    };
    if (image) createButton('Save with Tack', press, 'open').show(image);
    document.addEventListener('click', () => {
      document.title = `${document.title}, heard`;
    });
  });
  return async () => page.context().close();
});

test.each(['light', 'dark'] as const)('axe finds nothing wrong with the button, %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(passes.find(({ id }) => id === 'button-name')?.nodes).toHaveLength(1);
});

test("a person's press counts once the button was seen for half a second, and the page hears nothing of it", async () => {
  const button = page.getByRole('button', { name: 'Save with Tack' });
  await expect
    .poll(
      async () => {
        if (await button.isVisible()) await button.click();
        return page.title();
      },
      { timeout: 10_000 },
    )
    .toBe('A page, pressed');
  expect(await page.locator('div[popover]').count()).toBe(0);
});

test('a press that a script made up does not count, however long the button was seen', async () => {
  const button = page.getByRole('button', { name: 'Save with Tack' });
  await page.evaluate(() => new Promise((rested) => setTimeout(rested, 900)));
  await button.dispatchEvent('click');
  expect(await page.title()).toBe('A page');
  expect(await button.isVisible()).toBe(true);
});

test('it moves nothing, and takes no focus', async () => {
  const before = await page.locator('img').boundingBox();
  await page.getByRole('button', { name: 'Save with Tack' }).click();
  expect(await page.locator('img').boundingBox()).toEqual(before);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
});
