import { browser } from 'wxt/browser';
import type { HoverSites } from '../settings/hover-sites.ts';
import { runFile } from './inject.ts';
import { everySite, patternsOf } from './site-patterns.ts';

const id = 'hover';

let last: Promise<void> = Promise.resolve();

/** Registers the hover button on these sites and on no other, and brings open tabs into line; calls do not interleave. */
export function registerHover(sites: HoverSites): Promise<void> {
  last = last
    .catch(() => undefined)
    .then(() => register(sites.isEverywhere ? everySite : sites.hosts.flatMap(patternsOf)));
  return last;
}

async function register(matches: string[]): Promise<void> {
  const { scripting } = browser;
  const [known] = await scripting.getRegisteredContentScripts({ ids: [id] });
  if (isSame(known?.matches ?? [], matches)) return;
  if (known) await scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length > 0)
    await scripting.registerContentScripts([
      { id, js: ['hover.js'], matches, runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  await refreshTabs(matches);
}

async function refreshTabs(matches: string[]): Promise<void> {
  const open = await browser.tabs.query({});
  await Promise.all(open.map(({ id: tabId }) => tabId !== undefined && turnOff(tabId)));
  if (matches.length === 0) return;
  const matching = await browser.tabs.query({ url: matches });
  // A tab that cannot be entered (asleep, the store) gets the button when it loads, or never.
  await Promise.all(
    matching.map(({ id: tabId }) => tabId !== undefined && runFile({ tabId }, '/hover.js').catch(() => undefined)),
  );
}

async function turnOff(tabId: number): Promise<void> {
  await browser.tabs.sendMessage(tabId, { event: 'hoverOff' }, { frameId: 0 }).catch(() => undefined);
}

function isSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((pattern) => other.includes(pattern));
}
