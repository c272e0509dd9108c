import type { Locator } from '@playwright/test';
import { workerOf } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { quickPin } from './steps.ts';

const hostile = 'https://kitchen.test/hostile?n=10000';
/** C0 and C1 controls, and the characters that turn the reading direction around. */
const dangerous = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function expectFit(text: string, most: number): void {
  expect(text.length).toBeLessThanOrEqual(most);
  expect(text.isWellFormed(), 'cut between characters').toBe(true);
}

/** Chooses one picture and lets go of the others. */
async function chooseOnly(options: Locator, wanted: Locator): Promise<void> {
  if ((await wanted.getAttribute('aria-selected')) !== 'true') await wanted.click();
  const key = await wanted.getAttribute('data-key');
  for (const option of await options.all()) {
    const isOther = (await option.getAttribute('data-key')) !== key;
    if (isOther && (await option.getAttribute('aria-selected')) === 'true') await option.click();
  }
}

test('a hostile page with ten thousand pictures opens in the popup, within the limits, and runs nothing there', async ({
  context,
  emulator,
  connect,
  popupOver,
}) => {
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  await connect();
  const page = await context.newPage();
  await page.goto(hostile, { waitUntil: 'commit' });
  await page.locator('#good').waitFor();
  const popup = await popupOver(page);
  const pictures = popup.getByRole('listbox', { name: 'Images on this page' });
  await expect(pictures.getByRole('option').first()).toBeVisible();
  await popup.getByRole('button', { name: 'Description, alt text, link' }).click();
  const values = async () => ({
    title: await popup.getByRole('textbox', { name: 'Title' }).inputValue(),
    description: await popup.getByRole('textbox', { name: 'Description' }).inputValue(),
    altText: await popup.getByRole('textbox', { name: 'Alt text' }).inputValue(),
    link: await popup.getByRole('textbox', { name: 'Link' }).inputValue(),
  });
  const options = pictures.getByRole('option');
  for (let index = 0; index < Math.min(4, await options.count()); index += 1) {
    await chooseOnly(options, options.nth(index));
    const { title, description, altText, link } = await values();
    expectFit(title, 100);
    expectFit(description, 800);
    expectFit(altText, 500);
    expectFit(link, 2048);
    expect(link).toMatch(/^(https:\/\/kitchen\.test\/|$)/);
    for (const text of [title, description, altText]) expect(text).not.toMatch(dangerous);
  }
  const hurt = () => (globalThis as { hurt?: unknown }).hurt;
  expect(await popup.evaluate(hurt)).toBeUndefined();
  expect(await (await workerOf(context)).evaluate(hurt)).toBeUndefined();
  expect(
    await popup.evaluate(() => document.querySelectorAll('main script, main [onerror], main [onload]').length),
  ).toBe(0);

  await chooseOnly(options, pictures.getByRole('option', { name: /half a character/ }));
  await popup.getByRole('combobox', { name: 'Board' }).fill('Recipes');
  await popup.getByRole('combobox', { name: 'Board' }).press('Enter');
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => emulator.state().pins.length).toBe(1);
  for (const { title, description, altText, link } of emulator.state().pins) {
    expectFit(title ?? '', 100);
    expectFit(description ?? '', 800);
    expectFit(altText ?? '', 500);
    expect(link).toMatch(/^https:\/\/kitchen\.test\//);
  }
});

test("a hostile page's best picture goes to Pinterest's window by quick pin, as plain text", async ({
  context,
  saveWindow,
}) => {
  const page = await context.newPage();
  await page.goto(hostile, { waitUntil: 'commit' });
  await page.locator('#good').waitFor();
  const opened = saveWindow();
  await quickPin(context, page);
  const asked = new URL((await opened).url()).searchParams;
  expect(asked.get('media')).toMatch(/^https:\/\/kitchen\.test\//);
  expect(asked.get('url')).toMatch(/^https:\/\/kitchen\.test\//);
  expectFit(asked.get('description') ?? '', 500);
});
