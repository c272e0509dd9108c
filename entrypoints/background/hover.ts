import { browser } from 'wxt/browser';
import { registerHover } from '../../lib/browser/hover-script.ts';
import { grantedOf } from '../../lib/browser/site-access.ts';
import { hoverSites } from '../../lib/settings/hover-sites.ts';
import { siteOf } from '../../lib/settings/places.ts';

/** Keeps the hover button where the person wants it and the browser allows it, from now on. */
export function watchHover(): void {
  hoverSites.watch(() => void keepHover());
  browser.permissions.onAdded.addListener(() => void keepHover());
  browser.permissions.onRemoved.addListener(() => void forgetRefused());
  void keepHover();
}

async function keepHover(): Promise<void> {
  await registerHover(await grantedOf(await hoverSites.get()));
}

/** The browser took rights back: what it took is wanted no more. */
async function forgetRefused(): Promise<void> {
  await hoverSites.set(await grantedOf(await hoverSites.get()));
}

/** Whether a page may ask for what the hover button asks. */
export async function isHoverPage(pageUrl: string): Promise<boolean> {
  const { isEverywhere, hosts } = await grantedOf(await hoverSites.get());
  const host = siteOf(pageUrl);
  return host !== undefined && (isEverywhere || hosts.some((site) => host === site || host.endsWith(`.${site}`)));
}
