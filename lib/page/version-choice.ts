import type { Candidate } from './candidate.ts';
import type { Size } from './check-proposal.ts';
import { needsBytes } from './formats.ts';

/** What a save takes of a picture: an address, where it has one, and its size in pixels. */
export type Version = Pick<Candidate, 'url'> & Size;

/** What of a candidate tells its versions. */
export type Versioned = Pick<Candidate, 'url' | 'larger' | 'stated' | 'shownWidthPx'> & Size;

/** The version that the page shows; a candidate's own size is that of the best one its markup states. */
export function shownVersion({ url, widthPx, heightPx, shownWidthPx: shownPx = widthPx }: Versioned): Version {
  const size = { widthPx: shownPx, heightPx: widthPx ? Math.round((heightPx * shownPx) / widthPx) : heightPx };
  return { ...(url && { url }), ...size };
}

/** The version to take before any was tried: what the markup states is the page's own word. */
export function untriedVersion(picture: Versioned): Version {
  const { stated, widthPx, heightPx } = picture;
  return bestOf(shownVersion(picture), stated ? [{ url: stated, widthPx, heightPx }] : []);
}

/**
 * The addresses to try before one is taken. What is shown is tried as well where another may take its place for its
 * format: of a picture for dense screens a page tells half the width.
 */
export function proposalsOf({ url, stated, larger }: Pick<Candidate, 'url' | 'stated' | 'larger'>): string[] {
  const others = [stated ?? [], larger].flat();
  const own = url && others.length > 0 && needsBytes(url) ? [url] : [];
  return [...new Set([...own, ...others])];
}

/**
 * The widest version. One in a format that Pinterest takes by its address counts double: the others need their bytes,
 * and not every host lets an extension read them.
 */
export function bestOf(shown: Version, others: readonly Version[]): Version {
  return others.reduce((best, other) => (worth(other) > worth(best) ? other : best), shown);
}

function worth({ url = '', widthPx }: Version): number {
  return /^https?:/i.test(url) && !needsBytes(url) ? 2 * widthPx : widthPx;
}
