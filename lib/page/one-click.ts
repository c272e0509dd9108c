import type { Candidate, Collection, PageFacts } from './candidate.ts';
import { isSameSite } from './links.ts';
import { pictureKey } from './originals.ts';

/** What a save without a question may do with a candidate. */
export interface OneClick {
  /** False for a picture of which only the site says that it stands for another: the popup shows it instead. */
  isAllowed: boolean;
  /** The site's picture in place of the one shown. When `mustMatch`, only if it has the shown one's proportions. */
  media?: { url: string; mustMatch: boolean };
  link?: string;
  /** The Pin that the site names, to be believed only once its own picture is seen to be this one (`isSamePicture`). */
  claimedPinId?: string;
  /** A Pin that Pinterest's own page names. */
  pinId?: string;
}

/**
 * What of a site's own statements (`data-pin-media`, `-url`, `-id`) a save by one click may follow: another picture on
 * the same site only, or one that has the shown one's proportions; a link on the same site only; a Pin once checked.
 */
export function oneClick(
  candidate: Candidate,
  facts: Pick<PageFacts, 'url' | 'link'>,
  proposed: Candidate['siteProposes'] = candidate.siteProposes,
): OneClick {
  const { url, link, pinId } = candidate;
  const isTrusted = !proposed?.link || isSameSite(proposed.link, facts.url);
  const followed = isTrusted ? link : facts.link;
  const media = proposed?.media;
  const isOwn = media !== undefined && isSameSite(media, facts.url);
  const isReplaced = media !== undefined && media !== url;
  return {
    isAllowed: media === undefined || isReplaced || isOwn,
    ...(isReplaced && { media: { url: media, mustMatch: !isOwn } }),
    ...(followed && { link: followed }),
    ...(proposed?.pinId && { claimedPinId: proposed.pinId }),
    ...(pinId && !proposed?.pinId && { pinId }),
  };
}

/** The page's best picture that may be saved without a question. */
export function quickPick({ candidates, facts }: Collection): Candidate | undefined {
  return candidates.find((candidate) => !candidate.hidden && oneClick(candidate, facts).isAllowed);
}

/** Whether two addresses show one picture, whatever the sizes: for a Pin's picture and the page's. */
export function isSamePicture(one: string, other: string): boolean {
  return pictureKey(one) === pictureKey(other);
}
