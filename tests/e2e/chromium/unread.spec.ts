import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { openPopup } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { lastPin, openPage, saveImage } from './picture-steps.ts';
import { openOptions } from './steps.ts';
import { toastOn } from './toast.ts';

const lost = 'can only be read on its page';

test.beforeEach(async ({ emulator, connect }) => {
  emulator.seed({ boards: [{ name: 'Garden' }, { name: 'Recipes' }] });
  await connect();
});

/** The page of saves that wait, in a tab of its own. */
async function openWaiting(context: BrowserContext): Promise<Page> {
  const library = await openOptions(context);
  await library.goto(library.url().replace('options.html', 'library.html#waiting'));
  return library;
}

/** A save from the page of walls that Pinterest refused and Tack could not read. */
async function saveUnread(context: BrowserContext, emulator: Emulator, id: string): Promise<Page> {
  const page = await openPage(context, emulator, 'https://kitchen.test/walls');
  await saveImage(context, emulator, page, (await page.locator(id).getAttribute('src')) ?? '');
  await expect.poll(async () => (await toastOn(page)).text, { timeout: 40_000 }).toContain(lost);
  return page;
}

test('a picture behind a referrer wall is saved as a crop of the tab, after its page was opened again', async ({
  context,
  emulator,
}) => {
  test.slow();
  await (await saveUnread(context, emulator, '#referrer')).close();
  const library = await openWaiting(context);
  const opened = context.waitForEvent('page');
  await library.getByRole('button', { name: 'Open the page and retry' }).click();
  const page = await opened;
  await page.waitForLoadState();
  expect(page.url()).toBe('https://kitchen.test/walls');
  const popup = await openPopup(context, page);
  await popup.getByRole('button', { name: 'Use a crop of the tab' }).click();
  // A crop is a picture that only this person sees, and Garden is public.
  const waiting = library.getByRole('list', { name: 'Waiting' });
  await expect(waiting).toContainText('Only you can see this picture');
  expect(emulator.state().pins).toHaveLength(1);
  await popup.close();
  await waiting.getByRole('button', { name: 'Put it there' }).click();
  await expect.poll(() => emulator.state().pins.length, { timeout: 40_000 }).toBe(2);
  expect(lastPin(emulator)).toMatchObject({ source: 'image_base64', format: 'png' });
});

test('a picture that its page gives again is saved as soon as the popup opens there', async ({ context, emulator }) => {
  test.slow();
  const page = await openPage(context, emulator, 'https://kitchen.test/formats');
  const path = '/pictures/plum-cake-300.jpg';
  // Not for anybody, for now.
  emulator.fault({ kind: 'error', status: 403, code: 0, message: 'closed', host: '^kitchen\\.test$', path });
  await saveImage(context, emulator, page, `https://kitchen.test${path}`);
  await expect.poll(async () => (await toastOn(page)).text, { timeout: 40_000 }).toContain(lost);
  emulator.clearFaults();
  await page.reload();
  await openPopup(context, page);
  await expect.poll(() => emulator.state().pins.length, { timeout: 40_000 }).toBe(2);
  expect(lastPin(emulator)).toMatchObject({ source: 'image_base64', format: 'jpeg' });
});

test('a save that waits goes to another board from its small window', async ({ context, emulator }) => {
  test.slow();
  await (await saveUnread(context, emulator, '#referrer')).close();
  const library = await openWaiting(context);
  await expect(library.getByRole('list', { name: 'Waiting' })).toContainText('To Garden');
  const id = await library.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: { id: string }[] }> } };
    };
    return (await chrome.runtime.sendMessage({ name: 'listJobs' })).value.at(-1)?.id;
  });
  const editor = await context.newPage();
  await editor.goto(library.url().replace(/library.*/, `edit.html?save=${id}`));
  await editor.getByRole('combobox', { name: 'Board' }).selectOption('Recipes');
  await editor.getByRole('button', { name: 'Keep the changes' }).click();
  await expect(library.getByRole('list', { name: 'Waiting' })).toContainText('To Recipes');
});
