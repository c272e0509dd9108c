import { checkProposals } from './check-proposal.ts';
import { bestOf, proposalsOf, shownVersion, untriedVersion, type Version, type Versioned } from './version-choice.ts';

/** A candidate under a name that stays the same when the page is read again. */
type Picture = Versioned & { readonly key: string };

interface Options {
  /** `() => new Image()`. */
  readonly createImage: () => HTMLImageElement;
  /** How many pictures are tried at the same time. */
  readonly most?: number;
}

/** Nobody waits for these tries, so they may take longer than those of a save by one click. */
const timeoutMs = 5000;

/**
 * Tries the other versions of the chosen pictures behind the person's back, so that *Save* need not wait: the best that
 * was found to load is saved, before that the largest that the page's markup states, else the one shown.
 */
export function createVersionChecks({ createImage, most = 3 }: Options) {
  const tried = new Set<string>();
  const found = new Map<string, Version>();
  let wanted: readonly Picture[] = [];
  let running = 0;

  function next(): void {
    while (running < most) {
      const picture = wanted.find((one) => one.url && proposalsOf(one).length > 0 && !tried.has(one.key));
      if (!picture) return;
      running++;
      tried.add(picture.key);
      void check(picture).finally(() => {
        running--;
        next();
      });
    }
  }

  async function check(picture: Picture): Promise<void> {
    const shown = shownVersion(picture);
    found.set(
      picture.key,
      bestOf(shown, await checkProposals(proposalsOf(picture), shown, { createImage, timeoutMs })),
    );
  }

  return {
    /** The pictures that would be saved now; others are tried no more. */
    want(pictures: readonly Picture[]): void {
      wanted = pictures;
      next();
    },
    /** The version of a picture to save now. */
    of(picture: Picture): Version {
      return found.get(picture.key) ?? untriedVersion(picture);
    },
  };
}
