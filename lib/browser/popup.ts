import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { item } from '../storage/item.ts';

/** What the popup is to show when it opens, said by the gesture that opens it. */
export const PopupIntent = z.object({
  tabId: z.int(),
  /** The picture that was clicked: the only one that is chosen. */
  pictureUrl: z.optional(z.string()),
  /** Pictures nearest the middle of the viewport come first. */
  isNearestFirst: z.optional(z.boolean()),
});
export type PopupIntent = z.infer<typeof PopupIntent>;

export const popupIntent = item('session', 'popupIntent', z.optional(PopupIntent), () => undefined);

/** Opens the toolbar popup, or where the browser cannot, the same page in a small window. */
export async function openPopup(intent?: { [K in keyof PopupIntent]: PopupIntent[K] | undefined }): Promise<void> {
  if (intent?.tabId !== undefined) await popupIntent.set(PopupIntent.parse(intent));
  try {
    await browser.action.openPopup();
  } catch {
    const url = browser.runtime.getURL(intent?.tabId === undefined ? '/popup.html' : `/popup.html?tab=${intent.tabId}`);
    await browser.windows.create({ url, type: 'popup', width: 420, height: 640 });
  }
}
