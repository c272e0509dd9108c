import type { CandidateSource, HiddenReason } from './candidate.ts';
import { versionKey } from './key.ts';

/** What the collector needs of its surroundings. */
export interface CollectOptions {
  now: () => number;
  /** After this long the best found so far is the answer. */
  budgetMs: number;
  /** The closed shadow root of a custom element, where the browser lets an extension see it. */
  openRoot?: (element: HTMLElement) => ShadowRoot | null;
}

/** One picture while it is being collected. */
export interface Picture {
  order: number;
  source: CandidateSource;
  /** Empty when there are only bytes (canvas). */
  url: string;
  /** Where it was found; may be outside the page (the copy of a lazy image in `<noscript>`). */
  element: Element;
  widthPx: number;
  heightPx: number;
  score: number;
  hidden?: HiddenReason | undefined;
  /** The site says that Pinterest should take this in place of what the element shows. */
  isPinMedia?: boolean | undefined;
  /** The markup names a version that is not loaded yet. */
  isPromised?: boolean;
  /** Shown to nobody, meant to be pinned. */
  isMadeForPins?: boolean | undefined;
}

/** What a source knows about a picture when it finds it. */
export type Sighting = Omit<Picture, 'order' | 'score' | 'widthPx' | 'heightPx'> & {
  widthPx?: number;
  heightPx?: number;
};

/** The pictures found so far, one entry for each whatever its size, and the clock. */
export interface Scan {
  document: Document;
  base: string;
  options: CollectOptions;
  pictures: Map<string, Picture>;
  add: (sighting: Sighting) => void;
  /** True when this part of the time is up, or there are too many pictures to hold. */
  isLate: (part?: number) => boolean;
  /** Something was left out for want of time. */
  isPartial: () => boolean;
}

const mostPictures = 50_000;
const mostAddress = 9999;

/** Starts the clock. */
export function startScan(document: Document, options: CollectOptions): Scan {
  const started = options.now();
  const pictures = new Map<string, Picture>();
  let late = false;
  return {
    document,
    base: Reflect.get(Node.prototype, 'baseURI', document),
    options,
    pictures,
    isLate(part = 1) {
      const isLate = pictures.size > mostPictures || options.now() - started > options.budgetMs * part;
      late ||= isLate;
      return isLate;
    },
    isPartial: () => late,
    add(sighting) {
      const { url, hidden, widthPx = 0, heightPx = 0 } = sighting;
      if (url.length > mostAddress && url.startsWith('http')) return;
      const key = url ? versionKey(url) : `${pictures.size}`;
      const known = pictures.get(key);
      if (!known) {
        pictures.set(key, { ...sighting, widthPx, heightPx, order: pictures.size, score: 0 });
        return;
      }
      // The larger sighting is the one shown; a picture is refused only where every sighting is.
      if (!hidden) known.hidden = undefined;
      if (widthPx > known.widthPx) Object.assign(known, { ...sighting, widthPx, heightPx, hidden: known.hidden });
    },
  };
}
