import { browser } from 'wxt/browser';
import type { UnreadableReason } from '../../components/popup/model.ts';

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

const stores =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/;

/**
 * Chromium hides a file's address from who may not read files, and then lacks a right to its "host"; of its own pages it
 * says that nobody may.
 */
const missesHost = (refusal: Error) => /access contents of the page/.test(String(refusal.cause));

/** Why a page that would not be read cannot be. */
export function unreadableReason(url: string, refusal: Error): UnreadableReason {
  if (stores.test(url)) return 'store';
  if (/\.pdf($|[?#])/i.test(url)) return 'pdf';
  if (url.startsWith('file:') || (!url && missesHost(refusal))) return 'file';
  return /^https?:/.test(url) ? 'not-allowed' : 'browser';
}
