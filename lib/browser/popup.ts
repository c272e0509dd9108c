import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Int } from '../shapes.ts';
import { item } from '../storage/item.ts';

/** What the popup is to show when it opens, said by the gesture that opens it. */
export const PopupIntent = z.object({
  tabId: Int,
  /** The picture that was clicked: the only one that is chosen. */
  pictureUrl: z.optional(z.string()),
  /** Pictures nearest the middle of the viewport come first. */
  isNearestFirst: z.optional(z.boolean()),
});
export type PopupIntent = z.infer<typeof PopupIntent>;

export const popupIntent = item('session', 'popupIntent', z.optional(PopupIntent), () => undefined);

/** Opens the toolbar popup, or where the browser cannot, the same page in a small window. */
export async function openPopup(intent: { [K in keyof PopupIntent]: PopupIntent[K] | undefined }): Promise<void> {
  await popupIntent.set(PopupIntent.parse(intent));
  try {
    await openActionPopup();
  } catch {
    const url = browser.runtime.getURL(`/popup.html?tab=${intent.tabId}`);
    await browser.windows.create({ url, type: 'popup', width: 420, height: 640 });
  }
}

/** A button that is set to quick pin has no popup of its own: it gets one for this moment. */
async function openActionPopup(): Promise<void> {
  if (await browser.action.getPopup({})) return browser.action.openPopup();
  await browser.action.setPopup({ popup: '/popup.html' });
  try {
    await browser.action.openPopup();
  } finally {
    await browser.action.setPopup({ popup: '' });
  }
}
