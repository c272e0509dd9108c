import type { CandidateSource, HiddenReason } from './candidate.ts';
import type { FoundTexts } from './found.ts';
import { versionKey } from './key.ts';
import type { Version } from './versions.ts';

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
  element: Element | undefined;
  widthPx: number;
  heightPx: number;
  lead: number;
  score: number;
  versions: Version[];
  texts: FoundTexts;
  hidden?: HiddenReason | undefined;
  href?: string;
  pinMedia?: string;
  /** Made for Pinterest: shown to nobody, meant to be pinned. */
  isMadeForPins?: boolean;
  isDetailed?: boolean;
}

/** What a source knows about a picture when it finds it. */
export type Sighting = Partial<Omit<Picture, 'order' | 'score'>> & { source: CandidateSource; url: string };

/** The pictures found so far, one entry for each whatever its size, and the clock. */
export interface Scan {
  document: Document;
  base: string;
  options: CollectOptions;
  pictures: Map<string, Picture>;
  add: (sighting: Sighting) => Picture | undefined;
  /** True from the moment the time is up or there are too many pictures to hold. */
  isLate: () => boolean;
}

const mostPictures = 50_000;

export function startScan(document: Document, base: string, options: CollectOptions): Scan {
  const deadline = options.now() + options.budgetMs;
  const pictures = new Map<string, Picture>();
  let late = false;
  return {
    document,
    base,
    options,
    pictures,
    isLate() {
      late ||= pictures.size > mostPictures || options.now() > deadline;
      return late;
    },
    add(sighting) {
      const { url } = sighting;
      if (url && !/^(?:https?:\/\/|blob:|data:image\/)/i.test(url)) return;
      const key = url ? versionKey(url) : `#${pictures.size}`;
      const known = pictures.get(key);
      if (!known) {
        const picture: Picture = {
          element: undefined,
          widthPx: 0,
          heightPx: 0,
          lead: 0,
          versions: [],
          texts: {},
          ...sighting,
          order: pictures.size,
          score: 0,
        };
        pictures.set(key, picture);
        return picture;
      }
      merge(known, sighting);
      return known;
    },
  };
}

/** Two sightings of one picture: the larger one is shown, what either says is kept. */
function merge(known: Picture, sighting: Sighting) {
  const { element, url, widthPx = 0, heightPx = 0, lead = 0, versions = [], texts = {}, hidden } = sighting;
  known.lead += lead;
  known.versions.push(...versions);
  if (known.hidden !== hidden) known.hidden = undefined;
  known.texts = { ...texts, ...known.texts };
  if (sighting.isMadeForPins) known.isMadeForPins = true;
  if (element && (!known.element || widthPx > known.widthPx)) {
    if (known.url !== url) known.versions.push({ url: known.url, widthPx: known.widthPx || 999 });
    if (!known.element) known.source = sighting.source;
    known.element = element;
    known.url = url;
    if (sighting.pinMedia) known.pinMedia = sighting.pinMedia;
    if (widthPx) {
      known.widthPx = widthPx;
      known.heightPx = heightPx;
    }
  } else if (known.url !== url) {
    known.versions.push({ url, widthPx: widthPx || 999 });
  }
}
