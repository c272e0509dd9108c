import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { quickPin } from './steps.ts';
import { sentenceOf } from './words.ts';

/** The popup says why there is nothing to choose from, and what can be done; it offers no dead button. */
async function expectReason(popup: Page, reason: string): Promise<void> {
  await expect(popup.getByRole('heading', { name: sentenceOf(`popup.${reason}.title`) })).toBeVisible();
  await expect(popup.getByText(sentenceOf(`popup.${reason}.text`))).toBeVisible();
  await expect(popup.getByRole('button', { name: /^Save/ })).toHaveCount(0);
}

test('a page without pictures says so, and can be looked at again', async ({ context, popupOver }) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/empty');
  const popup = await popupOver(page);
  await expectReason(popup, 'empty');
  await page.evaluate(async () => {
    const image = new Image(600, 400);
    image.src = '/pictures/rye-bread-600.jpg';
    image.alt = 'Dark rye bread';
    document.body.append(image);
    await image.decode();
  });
  await popup.getByRole('button', { name: 'Look again' }).click();
  await expect(popup.getByRole('option', { name: /Dark rye bread/ })).toBeVisible();
});

test('quick pin on a page without pictures is no silent click', async ({ context }) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/empty');
  const before = new Set(context.pages());
  await quickPin(context, page);
  await expect
    .poll(() => context.pages().find((other) => !before.has(other) && other.url().includes('/popup.html')))
    .toBeTruthy();
  const popup = context.pages().find((other) => !before.has(other) && other.url().includes('/popup.html'));
  if (popup) await expectReason(popup, 'empty');
});

test('a page that never finishes loading shows the pictures that are there', async ({
  context,
  popupOver,
  saveWindow,
}) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/never', { waitUntil: 'commit' });
  await page.locator('#hero').waitFor();
  const popup = await popupOver(page);
  const pictures = popup.getByRole('listbox', { name: 'Images on this page' });
  await expect(pictures.getByRole('option', { name: /Roasted tomato soup/ })).toBeVisible();
  expect(await page.evaluate(() => document.readyState)).toBe('loading');
  const opened = saveWindow();
  await popup.getByRole('button', { name: 'Save with Pinterest' }).click();
  expect(new URL((await opened).url()).searchParams.get('url')).toBe('https://kitchen.test/never');
});

const unreadable = [
  { what: "the browser's own page", url: 'chrome://version/', reason: 'unreadable.browser' },
  { what: 'a PDF', url: 'https://kitchen.test/odd/menu.pdf', reason: 'unreadable.pdf' },
  { what: 'a page of the store', url: 'https://chromewebstore.google.com/detail/tack', reason: 'unreadable.store' },
] as const;

for (const { what, url, reason } of unreadable) {
  test(`${what} is explained in the popup`, async ({ context, popupOver }) => {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'commit' });
    const popup = await popupOver(page);
    await expectReason(popup, reason);
  });
}
