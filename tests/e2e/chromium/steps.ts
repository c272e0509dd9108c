import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { clickToolbarButton, extensionIdOf, workerOf } from './browser.ts';
import { english, type Words } from './words.ts';

export interface ConnectOptions {
  /** Sees each step on the way. */
  readonly look?: (page: Page) => Promise<void>;
  /** The browser's language; English when absent. */
  readonly words?: Words;
  readonly environment?: 'production' | 'sandbox';
  /** `given`: as after a first time, Pinterest asks nothing and sends back at once, which takes half as long. */
  readonly consent?: 'asked' | 'given';
}

/** Connects with one's own app: Options, the sign-in window, *Give access* where that is asked. */
export async function connectOwnApp(
  context: BrowserContext,
  emulator: Emulator,
  {
    look = async () => undefined,
    words = english(),
    environment = 'production',
    consent = 'asked',
  }: ConnectOptions = {},
): Promise<void> {
  const { t } = words;
  const options = await fillCredentials(context, emulator, words);
  await options.getByRole('combobox', { name: t('options.environment') }).selectOption(environment);
  await look(options);
  emulator.change({ oauth: { consent } });
  const question = consent === 'asked' && context.waitForEvent('page', (page) => page.url().includes('/oauth/'));
  await options.getByRole('button', { name: t('options.connect') }).click();
  if (question) {
    const window = await question;
    await window.getByRole('button', { name: 'Give access' }).waitFor();
    await look(window);
    await window.getByRole('button', { name: 'Give access' }).click();
  }
  await options.getByRole('button', { name: t('options.disconnect') }).waitFor();
  emulator.change({ oauth: { consent: 'asked' } });
  await look(options);
  await options.close();
}

/** Opens Options in a tab. */
export async function openOptions(context: BrowserContext, { t }: Words = english()): Promise<Page> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${await extensionIdOf(context)}/options.html`);
  await options.getByRole('heading', { name: t('options.title') }).waitFor();
  return options;
}

/** Opens Options and fills in the emulator's app; registers this build's redirect with it. */
export async function fillCredentials(
  context: BrowserContext,
  emulator: Emulator,
  words: Words = english(),
): Promise<Page> {
  const { t } = words;
  const options = await openOptions(context, words);
  await options.getByRole('radio', { name: t('options.ownApp') }).check();
  const redirect = await options.getByRole('textbox', { name: t('options.redirectUri') }).inputValue();
  emulator.change({ app: { redirectUris: [redirect] } });
  await options.getByRole('textbox', { name: t('options.appId') }).fill(emulator.settings().app.id);
  await options.getByLabel(t('options.appSecret')).fill(emulator.settings().app.secret);
  return options;
}

/** Grants activeTab by a real click on the toolbar button, and closes the popup that it opens. */
export async function grantActiveTab(context: BrowserContext, page: Page): Promise<void> {
  const popup = context.waitForEvent('page', (opened) => opened.url().includes('/popup.html'));
  await clickToolbarButton(context, page);
  await (await popup).close();
}

/**
 * Chooses an item of the image menu. No native menu opens without a display: a real toolbar click grants activeTab,
 * its popup is closed, and the worker's listeners are called with what Chromium would say.
 */
export async function chooseInImageMenu(context: BrowserContext, page: Page, imageUrl: string, itemId: string) {
  await grantActiveTab(context, page);
  await dispatchMenu(context, page, { menuItemId: itemId, mediaType: 'image', srcUrl: imageUrl });
}

/** Chooses *Quick pin* in the toolbar button's own menu, with the same stand-in for the native menu. */
export async function quickPin(context: BrowserContext, page: Page): Promise<void> {
  await grantActiveTab(context, page);
  await dispatchMenu(context, page, { menuItemId: 'action-quick-pin' });
}

/** The worker dies, told from a page of ours; the next message starts a new one. */
export async function stopWorker(context: BrowserContext, ours: Page): Promise<void> {
  const cdp = await context.newCDPSession(ours);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
}

/** Sets what the toolbar button does, in Options. */
export async function setToolbarButton(context: BrowserContext, choice: 'Open the popup' | 'Quick pin'): Promise<void> {
  const options = await openOptions(context);
  await options
    .getByRole('radiogroup', { name: 'Toolbar button' })
    .getByRole('radio', { name: choice, exact: true })
    .check();
  const worker = await workerOf(context);
  await expect
    .poll(() => worker.evaluate(() => (globalThis as unknown as { chrome: WorkerApi }).chrome.action.getPopup({})))
    .toEqual(choice === 'Quick pin' ? '' : expect.stringContaining('/popup.html'));
  await options.close();
}

/** Chooses a board in the popup by typing its name. */
export async function chooseBoard(popup: Page, board: string): Promise<void> {
  const box = popup.getByRole('combobox', { name: 'Board' });
  await box.fill(board);
  await box.press('Enter');
}

/** Saves the page's best picture by the popup, to a board that is chosen by typing its name. */
export async function saveByPopup(popup: Page, board: string): Promise<void> {
  await chooseBoard(popup, board);
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  // The emulator paints the picture first, which takes a busy machine long.
  await expect(popup.getByRole('status').getByText(`Saved to ${board}`)).toBeVisible({ timeout: 30_000 });
}

/** Has the emulator paint a picture before the clock of a version's check runs: a large one takes it a second. */
export async function paint(emulator: Emulator, url: string): Promise<void> {
  await (await emulator.fetch(url)).arrayBuffer();
}

/** Pastes or drops a picture, as a file or by its address. */
export async function givePicture(
  popup: Page,
  type: 'paste' | 'drop',
  what: { jpeg?: string; url?: string },
): Promise<void> {
  await popup.getByRole('main').evaluate(
    (main, { type, what }) => {
      const data = new DataTransfer();
      if (what.url) data.setData('text/uri-list', what.url);
      if (what.jpeg) {
        const bytes = Uint8Array.from(atob(what.jpeg), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], 'holiday.jpg', { type: 'image/jpeg' }));
      }
      const init = { bubbles: true, cancelable: true };
      main.dispatchEvent(
        type === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: data })
          : new DragEvent('drop', { ...init, dataTransfer: data }),
      );
    },
    { type, what },
  );
}

/** Deletes a board on Pinterest, as its owner does elsewhere. */
export async function deleteBoard(emulator: Emulator, name: string): Promise<void> {
  const board = emulator.state().boards.find((each) => each.name === name);
  const { accessToken } = emulator.grant({ environment: 'production', scopes: ['boards:read', 'boards:write'] });
  const address = `https://api.pinterest.com/v5/boards/${board?.id}`;
  const answer = await emulator.fetch(address, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect(answer.status).toBe(204);
}

/** What of the worker's own API the tests use; `dispatch` is Chromium's, and undocumented. */
interface WorkerApi {
  action: { getPopup(details: object): Promise<string> };
  tabs: { query(filter: { url: string }): Promise<unknown[]> };
  contextMenus: { onClicked: { dispatch(info: unknown, tab: unknown): void } };
}

/** Calls the worker's menu listeners as Chromium does; grants nothing by itself. */
export async function dispatchMenu(context: BrowserContext, page: Page, info: Record<string, unknown>): Promise<void> {
  const worker = await workerOf(context);
  await worker.evaluate(
    async ({ url, info }) => {
      const { chrome } = globalThis as unknown as { chrome: WorkerApi };
      const [tab] = await chrome.tabs.query({ url: url.split('#')[0] ?? url });
      chrome.contextMenus.onClicked.dispatch({ editable: false, pageUrl: url, frameId: 0, ...info }, tab);
    },
    { url: page.url(), info },
  );
}
