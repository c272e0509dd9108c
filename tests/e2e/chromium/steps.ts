import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { clickToolbarButton, extensionIdOf } from './browser.ts';

/** Connects with one's own app: Options, the sign-in window, *Give access*. */
export async function connectOwnApp(
  context: BrowserContext,
  emulator: Emulator,
  look: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  const options = await fillCredentials(context, emulator);
  await look(options);
  const consent = context.waitForEvent('page', (page) => page.url().includes('/oauth/'));
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  const window = await consent;
  await window.getByRole('button', { name: 'Give access' }).waitFor();
  await look(window);
  await window.getByRole('button', { name: 'Give access' }).click();
  await options.getByRole('button', { name: 'Disconnect' }).waitFor();
  await look(options);
  await options.close();
}

/** Opens Options and fills in the emulator's app; registers this build's redirect with it. */
export async function fillCredentials(context: BrowserContext, emulator: Emulator): Promise<Page> {
  const id = await extensionIdOf(context);
  const options = await context.newPage();
  await options.goto(`chrome-extension://${id}/options.html`);
  await options.getByRole('radio', { name: 'My own Pinterest app' }).check();
  const redirect = await options.getByRole('textbox', { name: 'Redirect URI' }).inputValue();
  emulator.change({ app: { redirectUris: [redirect] } });
  await options.getByRole('textbox', { name: 'App ID' }).fill(emulator.settings().app.id);
  await options.getByLabel('App secret key').fill(emulator.settings().app.secret);
  return options;
}

/**
 * Chooses an item of the image menu. No native menu opens without a display: a real toolbar click grants activeTab,
 * its popup is closed, and the worker's listeners are called with what Chromium would say.
 */
export async function chooseInImageMenu(context: BrowserContext, page: Page, imageUrl: string, itemId: string) {
  const popup = context.waitForEvent('page', (opened) => opened.url().includes('/popup.html'));
  await clickToolbarButton(context, page);
  await (await popup).close();
  await dispatchMenu(context, page, { menuItemId: itemId, mediaType: 'image', srcUrl: imageUrl });
}

/** What of the worker's own API the tests use; `dispatch` is Chromium's, and undocumented. */
interface WorkerApi {
  tabs: { query(filter: { url: string }): Promise<unknown[]> };
  contextMenus: { onClicked: { dispatch(info: unknown, tab: unknown): void } };
}

/** Calls the worker's menu listeners as Chromium does; grants nothing by itself. */
export async function dispatchMenu(context: BrowserContext, page: Page, info: Record<string, unknown>): Promise<void> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('the worker is not running');
  await worker.evaluate(
    async ({ url, info }) => {
      const { chrome } = globalThis as unknown as { chrome: WorkerApi };
      const [tab] = await chrome.tabs.query({ url: url.split('#')[0] ?? url });
      chrome.contextMenus.onClicked.dispatch({ editable: false, pageUrl: url, frameId: 0, ...info }, tab);
    },
    { url: page.url(), info },
  );
}
