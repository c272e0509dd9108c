import { browser } from 'wxt/browser';
import { Failure } from '../failure.ts';

/**
 * What is visible in a tab, as a `data:` URL of a PNG.
 * @throws Failure `needs-the-page` when another tab is in front, or the gesture's right to it is over
 */
export async function captureTab(tabId: number): Promise<string> {
  try {
    const { windowId, active } = await browser.tabs.get(tabId);
    if (active) return await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch (cause) {
    throw new Failure('needs-the-page', 'the browser does not show us the tab', { cause });
  }
  throw new Failure('needs-the-page', 'another tab is in front');
}
