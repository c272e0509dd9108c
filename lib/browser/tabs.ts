import { browser } from 'wxt/browser';

/** Calls back once, when a tab has finished loading. */
export function whenComplete(tabId: number, act: () => void): void {
  const listener = (changed: number, { status }: { status?: string }) => {
    if (changed !== tabId || status !== 'complete') return;
    browser.tabs.onUpdated.removeListener(listener);
    act();
  };
  browser.tabs.onUpdated.addListener(listener);
}

/** A tab's address, as far as we may know it. */
export async function urlOfTab(tabId: number): Promise<string | undefined> {
  return (await browser.tabs.get(tabId).catch(() => undefined))?.url;
}

/** Opens an address in a new tab, beside the one in front. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}
