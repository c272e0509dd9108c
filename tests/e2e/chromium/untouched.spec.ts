import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Notes every script of an extension that runs in a page, from its first navigation on. */
async function watchScripts(context: BrowserContext, page: Page): Promise<() => string[]> {
  const found: string[] = [];
  const cdp = await context.newCDPSession(page);
  cdp.on('Debugger.scriptParsed', ({ url }) => void (url.startsWith('chrome-extension:') && found.push(url)));
  await cdp.send('Debugger.enable');
  return () => found;
}

test('no code of Tack is on a page until it is asked for', async ({ context, connect, popupOver }) => {
  await connect();
  const page = await context.newPage();
  const scripts = await watchScripts(context, page);
  await page.goto('https://kitchen.test/many?n=40');
  await page.locator('main img').first().hover();
  await page.mouse.wheel(0, 400);
  await page.reload();
  expect(scripts()).toEqual([]);
  // The watching does see it, once there is some.
  const popup = await popupOver(page);
  await expect(popup.getByRole('option').first()).toBeVisible();
  expect(scripts()).toEqual([expect.stringMatching(/\/collect\.js$/)]);
});
