import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Asked } from './popup/asked.ts';

/**
 * Stands in the popup's page before its own script, which takes about as long to be read as a page takes to be collected:
 * the two go side by side. The answers wait in `tackAsked`.
 */
export default defineUnlistedScript(() => {
  const tab = findTab();
  const answers = tab.then((found) => found && collectIn(found.id));
  // Whoever awaits the answers hears of the refusal.
  answers.catch(() => undefined);
  const tackAsked: Asked = { tab, answers };
  Object.assign(globalThis, { tackAsked });
});

/** The tab in front, or the one that a window of our own was opened for (`?tab=`). */
async function findTab(): Asked['tab'] {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const [tab] = named
    ? [await browser.tabs.get(named).catch(() => undefined)]
    : await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, url: tab.url ?? '', title: tab.title ?? '', isIncognito: tab.incognito };
}

/** What `lib/browser/inject.ts` does, without our errors: they would be strangers to the popup's own script. */
const collectIn = (tabId: number) =>
  browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: ['/collect.js'],
    injectImmediately: true,
  });
