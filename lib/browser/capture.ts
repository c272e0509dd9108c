import { browser } from 'wxt/browser';

/** What a tab's window shows now, as a `data:` URL; undefined where the browser does not let us look. */
export async function captureTab(tabId: number): Promise<string | undefined> {
  try {
    const { windowId, active } = await browser.tabs.get(tabId);
    return active ? await browser.tabs.captureVisibleTab(windowId, { format: 'png' }) : undefined;
  } catch {
    return undefined;
  }
}
