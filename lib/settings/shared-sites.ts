import * as z from 'zod/mini';
import { item } from '../storage/item.ts';

const most = 200;

/** Hosts whose private pictures the person agreed to put where others see them; a browsing list, so never synced. */
const stored = item('local', 'sharedSites', z.catch(z.array(z.string()), []), () => []);

export async function isSharedSite(pageUrl: string): Promise<boolean> {
  const host = URL.parse(pageUrl)?.host;
  return host !== undefined && (await stored.get()).includes(host);
}

export async function rememberSharedSite(pageUrl: string): Promise<void> {
  const host = URL.parse(pageUrl)?.host;
  if (host) await stored.update((hosts) => [host, ...hosts.filter((other) => other !== host)].slice(0, most));
}

export const forgetSharedSites = (): Promise<void> => stored.remove();
