import { browser } from 'wxt/browser';

/** The tab that the popup speaks of. */
export interface PopupTab {
  id: number;
  url: string;
  title: string;
  isIncognito: boolean;
}

/** The tab in front, or the one that a window of our own was opened for (`?tab=`). */
export async function findTab(): Promise<PopupTab | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const [tab] = named
    ? [await browser.tabs.get(named).catch(() => undefined)]
    : await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, url: tab.url ?? '', title: tab.title ?? '', isIncognito: tab.incognito };
}
