import { browser } from 'wxt/browser';
import type { WindowSave } from '../messages/window-save.ts';
import { type HandOver, handOver } from './hand-over.ts';

/**
 * The address of Pinterest's save window for a picture. It knows no title, so title and description come joined.
 * Source: Pinterest's own widget (pinit_main.js).
 */
export function saveWindowUrl({ media, url, description }: WindowSave): string {
  return `https://www.pinterest.com/pin/create/button/?${new URLSearchParams({ url, media, description })}`;
}

/** Opens Pinterest's save window for the first picture; `nextInWindow` goes on to the others. */
export async function openSaveWindow(saves: WindowSave[], tabId?: number): Promise<HandOver | undefined> {
  const [first] = saves;
  if (!first) return undefined;
  const window = await browser.windows.create({ url: saveWindowUrl(first), type: 'popup', width: 750, height: 680 });
  if (window?.id === undefined) return undefined;
  const started: HandOver = { windowId: window.id, position: 1, saves, ...(tabId !== undefined && { tabId }) };
  await handOver.set(saves.length > 1 ? started : undefined);
  return started;
}

/** Shows the next picture in the same window, or in a new one when the person closed it; gives where it stands. */
export async function nextInWindow(): Promise<HandOver | undefined> {
  const current = await handOver.get();
  const save = current?.saves[current.position];
  if (!current || !save) return stopWindow();
  const position = current.position + 1;
  const url = saveWindowUrl(save);
  const [tab] = await browser.tabs.query({ windowId: current.windowId }).catch(() => []);
  let { windowId } = current;
  if (tab?.id !== undefined) await browser.tabs.update(tab.id, { url });
  else windowId = (await browser.windows.create({ url, type: 'popup', width: 750, height: 680 }))?.id ?? windowId;
  const next = { ...current, windowId, position };
  await handOver.set(next);
  return next;
}

/** Gives up what is left, and closes the window. */
export async function stopWindow(): Promise<undefined> {
  const current = await handOver.get();
  await handOver.remove();
  if (current) await browser.windows.remove(current.windowId).catch(() => undefined);
}
