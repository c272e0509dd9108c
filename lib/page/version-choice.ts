import type { Candidate } from './candidate.ts';
import type { Size } from './check-proposal.ts';
import { asksForRefusedFormat } from './formats.ts';

/** What a save takes of a picture: an address, where it has one, and its size in pixels. */
export type Version = Pick<Candidate, 'url'> & Size;

/** What of a candidate tells its versions. */
export type Versioned = Pick<Candidate, 'url' | 'larger' | 'stated'> & Size;

/** The version that the page shows; a candidate's own size is that of the best one its markup states. */
export function shownVersion({ url, widthPx, heightPx, stated }: Versioned): Version {
  const shownPx = stated?.shownWidthPx ?? widthPx;
  const size = { widthPx: shownPx, heightPx: widthPx ? Math.round((heightPx * shownPx) / widthPx) : heightPx };
  return { ...(url && { url }), ...size };
}

/** The version to take before any was tried: what the markup states is the page's own word. */
export function untriedVersion(picture: Versioned): Version {
  const { stated, widthPx, heightPx } = picture;
  return bestOf(shownVersion(picture), stated ? [{ url: stated.url, widthPx, heightPx }] : []);
}

/** The addresses to try before one is taken. */
export function proposalsOf({ stated, larger }: Pick<Candidate, 'larger' | 'stated'>): string[] {
  return [...new Set([...(stated ? [stated.url] : []), ...larger])];
}

/**
 * The widest version. One in a format that Pinterest takes by its address counts double: the others need their bytes,
 * and not every host lets an extension read them.
 */
export function bestOf(shown: Version, others: readonly Version[]): Version {
  return others.reduce((best, other) => (worth(other) > worth(best) ? other : best), shown);
}

function worth({ url, widthPx }: Version): number {
  const address = url && URL.parse(url);
  return address && !asksForRefusedFormat(address) ? 2 * widthPx : widthPx;
}
