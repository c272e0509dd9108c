import type { World } from '../world.ts';
import { Refusal } from './refusal.ts';

/** Refuses links that are no web address, and those of sites that forbid saving. */
export function checkLink(world: World, link: string | null | undefined): void {
  if (link === null || link === undefined || link === '') return;
  if (!URL.canParse(link) || !/^https?:$/.test(new URL(link).protocol)) {
    throw new Refusal(
      400,
      1,
      'Whoops! It looks like you entered an invalid URL. Try creating a Pin again with a valid URL.',
    );
  }
  if (world.settings.blockedLinkHosts.includes(new URL(link).hostname)) {
    throw new Refusal(400, 1, "Sorry! This site doesn't allow you to save Pins.");
  }
}
