import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { launch, openPopupOn, workerOf } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { chooseInImageMenu, connectOwnApp, fillCredentials, openOptions, saveByPopup, stopWorker } from './steps.ts';
import { toastOn } from './toast.ts';
import { sentenceOf } from './words.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  contextMenus: { update(id: string, change: object): Promise<void> };
  windows: { create(options: object): Promise<unknown> };
}

/** Options of somebody who has connected, and a board whose sections the worker can be asked for. */
async function optionsAndBoard(context: BrowserContext, emulator: Emulator, connect: () => Promise<void>) {
  const { boards } = emulator.seed({ boards: [{ name: 'Recipes', sections: ['Cakes'] }] });
  await connect();
  return { boardId: boards[0]?.id ?? '', options: await openOptions(context) };
}

/** The token is too old from now on; what was asked for before is not counted. */
function expireToken(emulator: Emulator): void {
  emulator.tokens('expire');
  emulator.log.clear();
}

/** Asks the worker for the sections of a board, so many times at once; tells how many were answered. */
function askForSections(page: Page, boardId: string, times: number): Promise<number> {
  return page.evaluate(
    async ([boardId, times]) => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
      const ask = () => chrome.runtime.sendMessage({ name: 'loadSections', data: boardId });
      const answers = await Promise.all(Array.from({ length: times }, ask));
      return answers.filter((answer) => JSON.stringify(answer).includes('"ok":true')).length;
    },
    [boardId, times] as const,
  );
}

/** Whether the browser's menus hold an item: it can be changed only when it is there. */
async function hasMenuItem(context: BrowserContext, id: string): Promise<boolean> {
  const worker = await workerOf(context);
  return worker.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    return chrome.contextMenus.update(id, {}).then(
      () => true,
      () => false,
    );
  }, id);
}

test('two windows, twenty-five calls each with an expired token, cause exactly one refresh', async ({
  context,
  emulator,
  connect,
}) => {
  const { boardId, options: first } = await optionsAndBoard(context, emulator, connect);
  const opened = context.waitForEvent('page');
  await first.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    return chrome.windows.create({ url: '/options.html' });
  });
  const second = await opened;
  await second.getByRole('button', { name: 'Disconnect' }).waitFor();
  expireToken(emulator);
  const answered = await Promise.all([first, second].map((page) => askForSections(page, boardId, 25)));
  expect(answered).toEqual([25, 25]);
  expect(emulator.log.find('POST', '/v5/oauth/token')).toHaveLength(1);
});

test('a worker that is stopped in the middle of a refresh costs no sign-in, and the next one refreshes once', async ({
  context,
  emulator,
  connect,
}) => {
  const { boardId, options } = await optionsAndBoard(context, emulator, connect);
  expireToken(emulator);
  // Pinterest renews all the same, and nobody hears of it. Where it then refuses the old token, nothing can help; whether
  // it does is not known.
  emulator.change({ oauth: { oldRefreshToken: 'works' } });
  emulator.fault({ kind: 'held', path: '/oauth/token', times: 1 });
  const refreshes = () => emulator.log.find('POST', '/v5/oauth/token');
  const unheard = askForSections(options, boardId, 25).catch(() => 0);
  await expect.poll(() => refreshes().length).toBe(1);
  await stopWorker(context, options);
  await unheard;
  await expect.poll(() => refreshes()[0]?.durationMs ?? 0, 'the first is over').toBeGreaterThan(0);
  expect(await askForSections(options, boardId, 25)).toBe(25);
  expect(refreshes()).toHaveLength(2);
  await expect(options.getByRole('button', { name: 'Disconnect' })).toBeVisible();
});

test('a browser that starts connected asks for its boards once, with 2,000 of them too, and fills the menu', async ({
  emulator,
  profile,
}) => {
  test.slow();
  emulator.reset();
  emulator.seed({
    boards: Array.from({ length: 2000 }, (_, index) => ({ name: `Board ${String(index).padStart(4, '0')}` })),
  });
  const before = await launch({ tlsPort: emulator.tlsPort, profile });
  await connectOwnApp(before, emulator);
  const chooser = await openPopupOn(before, recipe);
  await chooser.getByRole('combobox', { name: 'Board' }).fill('Board 0007');
  await chooser.getByRole('option', { name: /^Board 0007/ }).waitFor();
  await saveByPopup(chooser, 'Board 0007');
  const boardId = emulator.state().boards.find(({ name }) => name === 'Board 0007')?.id;
  await before.close();
  emulator.log.clear();

  const after = await launch({ tlsPort: emulator.tlsPort, profile });
  const pages = () => emulator.log.find('GET', '/v5/boards').map(({ query }) => query['bookmark']);
  await expect.poll(() => pages().length, { timeout: 30_000 }).toBe(8);
  await expect.poll(() => hasMenuItem(after, `image-to:${boardId}`)).toBe(true);
  const popup = await openPopupOn(after, recipe);
  await popup.getByRole('combobox', { name: 'Board' }).fill('Board 1999');
  await expect(popup.getByRole('option', { name: /Board 1999/ })).toBeVisible();
  expect(new Set(pages()).size).toBe(8);
  expect(pages()).toHaveLength(8);

  const options = await openOptions(after);
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByRole('button', { name: 'Connect to Pinterest' })).toBeVisible();
  await expect.poll(() => hasMenuItem(after, `image-to:${boardId}`)).toBe(false);
  await expect.poll(() => hasMenuItem(after, 'image')).toBe(true);
  await after.close();
});

test('boards that cannot be asked for: the picker shows those that were used', async ({ emulator, profile }) => {
  test.slow();
  emulator.reset();
  emulator.seed({ boards: [{ name: 'Recipes' }, { name: 'Garden' }] });
  const before = await launch({ tlsPort: emulator.tlsPort, profile });
  await connectOwnApp(before, emulator);
  await saveByPopup(await openPopupOn(before, recipe), 'Garden');
  await before.close();
  emulator.fault({ kind: 'drop', when: 'before-commit' });
  const after = await launch({ tlsPort: emulator.tlsPort, profile });
  const popup = await openPopupOn(after, recipe);
  await expect(popup.getByRole('combobox', { name: 'Board' })).toHaveValue('Garden');
  await popup.getByRole('combobox', { name: 'Board' }).press('ArrowDown');
  await expect(popup.getByText('Boards you used')).toBeVisible({ timeout: 30_000 });
  await expect(popup.getByRole('option', { name: /Garden/ }).first()).toBeVisible();
  await expect(popup.getByRole('option', { name: /Recipes/ })).toHaveCount(0);
  await after.close();
});

test("a Trial app's first refusal is told in the popup and the toast, and later saves go to Pinterest's window", async ({
  context,
  emulator,
  connect,
  popupOver,
  saveWindow,
}) => {
  test.slow();
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  await connect();
  const page = await context.newPage();
  await page.goto(recipe);
  await saveByPopup(await popupOver(page), 'Recipes');
  const boardId = emulator.state().boards.find(({ name }) => name === 'Recipes')?.id;
  emulator.change({ app: { tier: 'trial' } });
  emulator.log.clear();
  const src = await page.locator('#linked').evaluate((image: HTMLImageElement) => image.currentSrc);
  await chooseInImageMenu(context, page, src, `image-to:${boardId}`);
  await expect
    .poll(async () => (await toastOn(page)).text, { timeout: 30_000 })
    .toContain(sentenceOf('error.trialApp'));

  const other = await context.newPage();
  await other.goto('https://kitchen.test/recipes/lemon-tart');
  const popup = await popupOver(other);
  await expect(popup.getByText(sentenceOf('popup.trial.title'))).toBeVisible();
  const opened = saveWindow();
  await popup.getByRole('button', { name: 'Save with Pinterest' }).click();
  expect(new URL((await opened).url()).searchParams.get('url')).toBe('https://kitchen.test/recipes/lemon-tart');
  expect(emulator.log.find('POST', '/v5/pins')).toHaveLength(1);
});

test('saves to the sandbox say so, in Options, in the popup and on the page', async ({
  context,
  emulator,
  popupOver,
}) => {
  emulator.seed({ boards: [{ name: 'Recipes', environment: 'sandbox' }] });
  const options = await fillCredentials(context, emulator);
  await options.getByRole('combobox', { name: 'Environment' }).selectOption({ label: 'Sandbox' });
  const consent = context.waitForEvent('page', (page) => page.url().includes('/oauth/'));
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  await (await consent).getByRole('button', { name: 'Give access' }).click();
  await expect(options.getByText(sentenceOf('options.sandboxBadge'))).toBeVisible();
  const page = await context.newPage();
  await page.goto(recipe);
  const popup = await popupOver(page);
  await expect(popup.getByText(sentenceOf('popup.sandbox'))).toBeVisible();
  await saveByPopup(popup, 'Recipes');
  await popup.close();
  const [pin] = emulator.state().pins;
  expect(pin).toMatchObject({ environment: 'sandbox' });
  const src = await page.locator('#linked').evaluate((image: HTMLImageElement) => image.currentSrc);
  await chooseInImageMenu(context, page, src, `image-to:${pin?.boardId}`);
  await expect.poll(async () => (await toastOn(page)).text, { timeout: 30_000 }).toContain(sentenceOf('toast.sandbox'));
});
