import { absolute } from './addresses.ts';
import { readBackgrounds } from './backgrounds.ts';
import { attribute, attributesOf, closest, first } from './dom.ts';
import type { Findings, FoundPicture } from './found.ts';
import { readImages, withSources } from './images.ts';
import { versionKey } from './key.ts';
import { readOthers } from './others.ts';
import { areaScore, place, sizeReason } from './rank.ts';
import { type CollectOptions, type Picture, type Scan, startScan } from './scan.ts';
import { readStatements } from './statements.ts';
import { textsOf } from './texts.ts';
import { walk } from './walk.ts';

/** How many pictures one answer carries. */
export const sliceSize = 120;

/** The pictures of one page, kept beside it for what is asked later. */
export interface Session {
  /** In order of rank; a picture's place is its name and its handle. */
  pictures: Picture[];
  /** The picture that shows `url` in any size. */
  find: (url: string) => Picture | undefined;
  report: (pictures: Picture[]) => Findings;
}

/** Finds every picture of `document`, best first. Never throws for what a page contains. */
export function collect(document: Document, options: CollectOptions): Session {
  const scan = startScan(document, options);
  const trees = walk(scan);
  const page = readStatements(scan, trees[0]);
  for (const read of [readImages, readOthers, readBackgrounds]) {
    for (const tree of trees) read(scan, tree);
  }
  const isPartial = scan.isPartial();
  const ranked = rank(scan, !!page.nopin);
  const hiddenCount = ranked.filter(({ hidden }) => hidden).length;

  return {
    pictures: ranked,
    find: (url) => scan.pictures.get(versionKey(url)),
    report: (pictures) => ({
      page,
      pictures: pictures.map((picture) => reportOf(picture, ranked.indexOf(picture), scan.base)),
      shownCount: ranked.length - hiddenCount,
      hiddenCount,
      isPartial,
    }),
  };
}

function rank({ pictures }: Scan, isRefused: boolean): Picture[] {
  const all = [...pictures.values()];
  const [only, another] = all.filter(({ isOnly }) => isOnly);
  for (const picture of all) {
    if (isRefused || (only && !another && picture !== only)) picture.hidden = 'asked-not-to';
    if (!picture.isPromised) picture.hidden ??= sizeReason(picture.widthPx, picture.heightPx);
    picture.score = areaScore(picture);
  }
  const ranked = sorted(all);
  const best = ranked.splice(0, 2 * sliceSize);
  for (const picture of best) place(picture);
  return sorted(best).concat(ranked);
}

/** The best first, the hidden ones last; pictures of one score, which are many, stay in the order of the page. */
function sorted(pictures: Picture[]): Picture[] {
  const scored = Map.groupBy(pictures, ({ hidden, score }) => (hidden ? score - 1e9 : score));
  return [...scored].sort(([a], [b]) => b - a).flatMap(([, equals]) => equals);
}

function reportOf(picture: Picture, id: number, base: string): FoundPicture {
  const { element, url, order, score, source, widthPx, heightPx, hidden, isPinMedia, isMadeForPins } = picture;
  const isHeld = !/^http|^data:.{0,64000}$/.test(url);
  const link = closest(element, 'a[href]');
  const near = [...withSources(element), ...(link ? [link] : [])];
  // A player may be covered by its poster.
  const cover = source === 'embed' && first(closest(element, '[class*=video],[class*=embed]'), 'img');
  return {
    id,
    order,
    score,
    source,
    [isHeld ? 'handle' : 'url']: isHeld ? id : url,
    widthPx,
    heightPx,
    attributes: near
      .flatMap((one) => attributesOf(one, /-|src|^style/))
      .filter(([name, value]) => name.length < 99 && value.length < 9999)
      .slice(0, 200),
    texts: textsOf(element),
    href: cover ? (cover as HTMLImageElement).currentSrc : link ? absolute(attribute(link, 'href'), base) : undefined,
    isPinMedia,
    isMadeForPins,
    hidden,
  };
}
