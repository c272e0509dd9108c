import { expect } from '@playwright/test';
import type { Answer, Browser, Menu } from './chrome-types.ts';
import { extensionOrigin, type Firefox } from './firefox.ts';
import { type Operation, operate, type Role, textOf } from './operate.ts';

/** A page in the browser: a tab's, a sign-in window's, or the toolbar popup. */
export interface Page {
  /** Runs a function in the page with the browser's rights; it takes nothing from outside itself. */
  run<Args extends unknown[], T>(
    act: (window: Window & typeof globalThis, ...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T>;
  /** Waits until there is such a thing, and presses it. */
  press(role: Role, name: string): Promise<void>;
  /** Waits until there is such a box, and puts text in the place of what it held. */
  fill(role: Role, name: string, text: string): Promise<void>;
  key(role: Role, name: string, key: string): Promise<void>;
  /** What a box holds; undefined when there is none. */
  value(role: Role, name: string): Promise<string | undefined>;
  /** All text, of shadow roots too. */
  text(): Promise<string>;
  url(): Promise<string>;
  close(): Promise<void>;
}

/** Opens an address in a new tab in front, and waits until it has loaded. */
export async function openTab(firefox: Firefox, url: string): Promise<Page> {
  await firefox.chrome((address) => {
    const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
    gBrowser.selectedTab = gBrowser.addTrustedTab(address);
  }, url);
  return pageAt(firefox, url);
}

/** The toolbar popup, once it has loaded. */
export function popup(firefox: Firefox, timeout?: number): Promise<Page> {
  return pageAt(firefox, `${extensionOrigin}/popup.html`, timeout);
}

/** The newest page whose address begins like this, once it has loaded. */
export async function pageAt(firefox: Firefox, address: string, timeout?: number): Promise<Page> {
  const use = async (operation: Operation) => {
    const message = `${operation.kind} ${operation.role} “${operation.name}”`;
    await expect.poll(() => page.run(operate, operation), { message }).toBeDefined();
  };
  const page: Page = {
    run: async (act, ...args) => {
      const code = `(${act})(content, ...${JSON.stringify(args)})`;
      const answer = await firefox.chrome(runInPage, address, code);
      if (answer.error !== undefined) throw new Error(answer.error);
      // Marionette speaks JSON: what was undefined comes as null.
      return (answer.value ?? undefined) as never;
    },
    press: (role, name) => use({ kind: 'press', role, name }),
    fill: (role, name, text) => use({ kind: 'fill', role, name, text }),
    key: (role, name, key) => use({ kind: 'key', role, name, key }),
    value: (role, name) => page.run(operate, { kind: 'value', role, name }),
    text: () => page.run(textOf),
    url: () => page.run((window) => window.location.href),
    close: () => closeAt(firefox, address),
  };
  const state = () => page.run((window) => window.document.readyState).catch(() => 'absent');
  await expect.poll(state, { message: address, ...(timeout !== undefined && { timeout }) }).toBe('complete');
  return page;
}

/** The addresses of all pages that are open. */
export function openAddresses(firefox: Firefox): Promise<string[]> {
  return firefox.chrome(() =>
    [...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser }) =>
      gBrowser.browsers.map(({ currentURI }) => currentURI.spec),
    ),
  );
}

/** Closes the toolbar popup, if it is open. */
export function closePopup(firefox: Firefox): Promise<void> {
  return closeAt(firefox, `${extensionOrigin}/popup.html`);
}

function closeAt(firefox: Firefox, address: string): Promise<void> {
  return expect.poll(() => firefox.chrome(closePage, address), { message: `close ${address}` }).toBe(true);
}

/** Closes all tabs and windows but one. */
export async function closeAll(firefox: Firefox): Promise<void> {
  await firefox.chrome(() => {
    const [first, ...others] = Services.wm.getEnumerator('navigator:browser');
    for (const window of others) window.close();
    if (!first) return;
    const { gBrowser } = first;
    const old = [...gBrowser.browsers];
    gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank');
    for (const browser of old) gBrowser.removeTab(gBrowser.getTabForBrowser(browser));
  });
}

/** Privileged: tabs are browsers of their window, a popup is one that stands in a panel. */
function runInPage(address: string, code: string): Promise<Answer> {
  // A popup loads in a hidden place first and loses the focus when it is shown.
  const isShown = (browser: Element) => browser.closest<Menu>('panel')?.state === 'open';
  const all = [...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser, document }) => {
    const popups = [...document.querySelectorAll('browser[webextension-view-type="popup"]')].filter(isShown);
    return [...gBrowser.browsers, ...(popups as unknown as Browser[])];
  });
  const browser = all.findLast(({ currentURI }) => currentURI.spec.startsWith(address));
  if (!browser) return Promise.resolve({ error: `no page at ${address}` });
  const { messageManager } = browser;
  const name = `tack-test:${Math.random()}`;
  const script = `Promise.try(() => ${code}).then(
    (value) => sendAsyncMessage('${name}', { value }),
    (error) => sendAsyncMessage('${name}', { error: String(error) }),
  )`;
  return new Promise((resolve) => {
    const hear = ({ data }: { data: Answer }) => {
      messageManager.removeMessageListener(name, hear);
      resolve(data);
    };
    messageManager.addMessageListener(name, hear);
    messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
  });
}

/** Gives whether there was nothing to close any more: a popup is gone only once its panel has left the window. */
function closePage(address: string): boolean {
  let isGone = true;
  for (const { gBrowser, document } of Services.wm.getEnumerator('navigator:browser')) {
    for (const browser of [...gBrowser.browsers].filter(({ currentURI }) => currentURI.spec.startsWith(address))) {
      isGone = false;
      gBrowser.removeTab(gBrowser.getTabForBrowser(browser));
    }
    for (const panel of document.querySelectorAll<Menu>('#customizationui-widget-panel')) {
      isGone = false;
      panel.hidePopup();
    }
  }
  return isGone;
}
