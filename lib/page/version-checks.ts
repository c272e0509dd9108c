import type { Candidate } from './candidate.ts';
import { bestProposal, type Size } from './check-proposal.ts';

/** What a save takes of a picture: an address, and its size in pixels. */
export type Version = Pick<Candidate, 'url'> & Size;

/** A candidate under a name that stays the same when the page is read again. */
type Picture = Pick<Candidate, 'url' | 'larger'> & Size & { readonly key: string };

interface Options {
  /** `() => new Image()`. */
  readonly createImage: () => HTMLImageElement;
  /** How many pictures are tried at the same time. */
  readonly most?: number;
}

/**
 * Tries the larger versions of the chosen pictures behind the person's back, so that *Save* need not wait: what was
 * found by then is saved, else the version that the page shows.
 */
export function createVersionChecks({ createImage, most = 3 }: Options) {
  const found = new Map<string, Version | undefined>();
  let wanted: readonly Picture[] = [];
  let running = 0;

  function next(): void {
    while (running < most) {
      const picture = wanted.find(({ key, url, larger }) => url && larger.length > 0 && !found.has(key));
      if (!picture) return;
      running++;
      // Known as tried from now on; the best of it follows.
      found.set(picture.key, undefined);
      void check(picture).finally(() => {
        running--;
        next();
      });
    }
  }

  async function check({ key, larger, widthPx, heightPx }: Picture): Promise<void> {
    const best = await bestProposal(larger, { widthPx, heightPx }, { createImage });
    if (best) found.set(key, { url: best.url, ...best.size });
  }

  return {
    /** The pictures that would be saved now; others are tried no more. */
    want(pictures: readonly Picture[]): void {
      wanted = pictures;
      next();
    },
    /** The best version of a picture that is known to load. */
    of({ key, url, widthPx, heightPx }: Picture): Version {
      return found.get(key) ?? { ...(url && { url }), widthPx, heightPx };
    },
  };
}
