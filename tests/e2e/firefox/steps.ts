import { expect } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { callApi } from './api.ts';
import { extensionId, extensionOrigin, type Firefox } from './firefox.ts';
import { openTab, type Page, pageAt, popup } from './pages.ts';

/** Clicks the toolbar button while a page is in front, like a person: it grants activeTab. */
export async function clickToolbarButton(firefox: Firefox): Promise<void> {
  await firefox.chrome((id) => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const action = ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension);
    void action.triggerAction(Services.wm.getMostRecentWindow('navigator:browser'));
  }, extensionId);
}

/** Opens the popup by its button. A panel that is still closing swallows the click; then it is clicked again. */
export async function openPopup(firefox: Firefox): Promise<Page> {
  let opened: Page | undefined;
  await expect(async () => {
    await clickToolbarButton(firefox);
    opened = await popup(firefox, 5_000);
  }).toPass({ timeout: 30_000 });
  if (!opened) throw new Error('the popup did not open');
  const shown = opened;
  // Firefox gives a popup the focus only when its panel has been laid out; what was done before loses it then.
  await expect.poll(() => shown.run((window) => window.document.hasFocus())).toBe(true);
  return shown;
}

/** Connects with one's own app: Options, the sign-in window, *Give access*. */
export async function connectOwnApp(firefox: Firefox, emulator: Emulator): Promise<void> {
  const options = await openTab(firefox, `${extensionOrigin}/options.html`);
  await options.press('radio', 'My own Pinterest app');
  await expect.poll(() => options.value('textbox', 'Redirect URI')).toMatch(/^https:/);
  emulator.change({ app: { redirectUris: [(await options.value('textbox', 'Redirect URI')) ?? ''] } });
  await options.fill('textbox', 'App ID', emulator.settings().app.id);
  await options.fill('textbox', 'App secret key', emulator.settings().app.secret);
  await options.press('button', 'Connect to Pinterest');
  const consent = await pageAt(firefox, 'https://www.pinterest.com/oauth/');
  await consent.press('button', 'Give access');
  await expect.poll(() => options.text()).toContain('maya_cooks');
  await options.close();
}

/** Chooses a board in the popup by typing its name. */
export async function chooseBoard(opened: Page, board: string): Promise<void> {
  await opened.fill('combobox', 'Board', board);
  await expect.poll(() => opened.value('option', board)).toBeDefined();
  await opened.key('combobox', 'Board', 'Enter');
  await expect.poll(() => opened.value('combobox', 'Board')).toBe(board);
}

/** Saves the page's best picture by the popup, to a board that is chosen by typing its name. */
export async function saveByPopup(firefox: Firefox, board: string): Promise<Page> {
  const opened = await openPopup(firefox);
  await chooseBoard(opened, board);
  await opened.press('button', 'Save');
  await expect.poll(() => opened.text()).toContain(`Saved to ${board}`);
  return opened;
}

/** Stops the event page, as Firefox does when it has been idle for 30 seconds. */
export async function stopBackground(firefox: Firefox): Promise<void> {
  await firefox.chrome((id) => WebExtensionPolicy.getByID(id).extension.terminateBackground({}), extensionId);
}

/** Sets what the toolbar button does, in Options, and waits until it does. */
export async function setToolbarButton(firefox: Firefox, choice: 'Open the popup' | 'Quick pin'): Promise<void> {
  const options = await openTab(firefox, `${extensionOrigin}/options.html`);
  await options.press('radio', choice);
  const popup = choice === 'Quick pin' ? '' : `${extensionOrigin}/popup.html`;
  await expect.poll(() => callApi(options, 'action.getPopup', {})).toBe(JSON.stringify(popup));
  await options.close();
}
