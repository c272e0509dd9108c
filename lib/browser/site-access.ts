import { browser } from 'wxt/browser';
import type { HoverSites } from '../settings/hover-sites.ts';
import { everySite, patternsOf } from './site-patterns.ts';

export type Site = string | 'everywhere';

const origins = (site: Site) => (site === 'everywhere' ? everySite : patternsOf(site));

/** Asks the person for the right to a site. Call it first in a click's handler: after an await the browser refuses. */
export function requestSite(site: Site): Promise<boolean> {
  return browser.permissions.request({ origins: origins(site) });
}

/** Gives the right to a site back. */
export function dropSite(site: Site): Promise<boolean> {
  return browser.permissions.remove({ origins: origins(site) });
}

/** Gives every right back that was asked for after the installation. */
export async function dropAllSites(): Promise<void> {
  const { origins: all = [] } = await browser.permissions.getAll();
  const required = browser.runtime.getManifest().host_permissions ?? [];
  const own = all.filter((origin) => !required.includes(origin));
  if (own.length > 0) await browser.permissions.remove({ origins: own });
}

export function hasSite(site: Site): Promise<boolean> {
  return browser.permissions.contains({ origins: origins(site) });
}

/** Of the sites that the person chose, those that the browser still allows: it has a list of its own. */
export async function grantedOf({ isEverywhere, hosts }: HoverSites): Promise<HoverSites> {
  const isAll = isEverywhere && (await hasSite('everywhere'));
  const granted = await Promise.all(hosts.map(hasSite));
  return { isEverywhere: isAll, hosts: hosts.filter((_, index) => granted[index]) };
}
