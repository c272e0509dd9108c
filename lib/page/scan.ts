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

/** What the site itself says about a picture. */
export interface Marks {
  hidden?: HiddenReason | undefined;
  /** The site says that only this one may be pinned. */
  isOnly?: boolean | undefined;
  /** The site says that Pinterest should take this in place of what the element shows. */
  isPinMedia?: boolean | undefined;
  /** Shown to nobody, meant to be pinned. */
  isMadeForPins?: boolean | undefined;
}

/** One picture while it is being collected. */
export interface Picture extends Marks {
  order: number;
  source: CandidateSource;
  /** Empty when there are only bytes (canvas). */
  url: string;
  /** Where it was found; may be outside the page (the copy of a lazy image in `<noscript>`). */
  element: Element;
  widthPx: number;
  heightPx: number;
  score: number;
  /** The markup names a version that is not loaded yet. */
  isPromised: boolean;
}

/** The pictures found so far, one entry for each whatever its size, and the clock. */
export interface Scan {
  document: Document;
  base: string;
  options: CollectOptions;
  pictures: Map<string, Picture>;
  add: (
    source: CandidateSource,
    url: string,
    element: Element,
    widthPx?: number,
    heightPx?: number,
    marks?: Marks,
    isPromised?: boolean,
  ) => void;
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
    add(source, url, element, widthPx = 0, heightPx = 0, marks, isPromised = false) {
      if (url.length > mostAddress && url.startsWith('http')) return;
      const order = pictures.size;
      const key = url ? versionKey(url) : `${order}`;
      const known = pictures.get(key);
      const picture: Picture = { order, source, url, element, widthPx, heightPx, score: 0, isPromised };
      if (!known) {
        pictures.set(key, marks ? Object.assign(picture, marks) : picture);
        return;
      }
      // The larger sighting is the one shown; a picture is refused only where every sighting is.
      if (!marks?.hidden) known.hidden = undefined;
      if (widthPx > known.widthPx) {
        Object.assign(known, picture, marks, { order: known.order, hidden: known.hidden });
      }
    },
  };
}
