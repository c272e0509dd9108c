import * as z from 'zod/mini';
import { listUpTo, textUpTo } from '../shapes.ts';
import { item } from '../storage/item.ts';

/** Where the person wants the hover button. A browsing list, so it stays on this computer. */
export const HoverSites = z.object({
  isEverywhere: z.catch(z.boolean(), false),
  /** Sites by host, as {@link siteOf} names them. */
  hosts: z.catch(listUpTo(textUpTo(253), 500), []),
});
export type HoverSites = z.infer<typeof HoverSites>;

const nowhere = (): HoverSites => ({ isEverywhere: false, hosts: [] });

export const hoverSites = item('local', 'hoverSites', HoverSites, nowhere);

/** Adds a site, or turns to all of them, in place of those that were named. */
export function addHover(site: string | 'everywhere'): Promise<HoverSites> {
  return hoverSites.update(({ hosts }) =>
    site === 'everywhere'
      ? { isEverywhere: true, hosts: [] }
      : { isEverywhere: false, hosts: [...new Set([...hosts, site])].sort((one, other) => one.localeCompare(other)) },
  );
}

/** Takes a site away, or all: with the right to all, Chromium takes the right to single sites too. */
export function dropHover(site: string | 'everywhere'): Promise<HoverSites> {
  return hoverSites.update(({ isEverywhere, hosts }) =>
    site === 'everywhere' ? nowhere() : { isEverywhere, hosts: hosts.filter((host) => host !== site) },
  );
}
