import { readBackgrounds } from './backgrounds.ts';
import { all, attribute, closest, ofDocument, plain } from './dom.ts';
import type { Findings, FoundPage, FoundPicture } from './found.ts';
import { readImages } from './images.ts';
import { versionKey } from './key.ts';
import { readOthers } from './others.ts';
import { placeFactor, reasonInPlace, reasonOf, scoreOf } from './rank.ts';
import { rootsOf } from './roots.ts';
import { type CollectOptions, type Picture, type Scan, startScan } from './scan.ts';
import { readStatements, type Statements } from './statements.ts';
import { textsOf } from './texts.ts';
import { absolute, imageVersions } from './versions.ts';

/** How many pictures one answer carries. */
export const sliceSize = 120;

/** The pictures of one page, kept beside the page and handed out in slices. */
export interface Session {
  slice: (from: number) => Findings;
  /** The picture that shows `url` in any of its versions. */
  pick: (url: string) => Findings;
  /** Pictures nearest to the middle of the window first. */
  nearest: () => Findings;
  /** The element whose bytes `handle` stands for, or the address that has them. */
  held: (handle: number) => Picture | undefined;
}

/** Finds every picture of `document`, best first. Never throws for what a page contains. */
export function collect(document: Document, options: CollectOptions): Session {
  const base = Reflect.get(Node.prototype, 'baseURI', document);
  const scan = startScan(document, base, options);
  const said = readStatements(scan);
  for (const root of rootsOf(scan)) {
    for (const read of [readImages, readOthers, readBackgrounds]) read(scan, root);
  }
  readDirect(scan);
  return openSession(scan, said);
}

/** A picture opened by itself: the browser's own page around it. */
function readDirect(scan: Scan) {
  if (!ofDocument(scan.document, 'contentType').startsWith('image/')) return;
  for (const picture of scan.pictures.values()) {
    picture.source = 'document';
    picture.lead = 10;
  }
}

function openSession(scan: Scan, said: Statements): Session {
  const isPartial = scan.isLate();
  const page = factsOf(scan, said);
  const ranked = [...scan.pictures.values()];
  const only = ranked.filter(({ element }) => element?.hasAttribute('data-pin-me-only'));
  let hiddenCount = 0;
  for (const picture of ranked) {
    if (page.nopin || (only.length === 1 && picture !== only[0])) picture.hidden = 'asked-not-to';
    picture.hidden = reasonOf(picture);
    picture.score = scoreOf(picture);
    if (picture.hidden) hiddenCount++;
  }
  ranked.sort((a, b) => b.score - a.score);

  const best = ranked.slice(0, 2 * sliceSize);
  for (const picture of best) {
    detail(picture);
    if (!picture.hidden) {
      picture.hidden = reasonInPlace(picture);
      if (picture.hidden) hiddenCount++;
    }
    const stated = picture.lead * 1e8;
    picture.score = scoreOf({ ...picture, lead: 0 }) * (picture.hidden ? 1 : placeFactor(picture)) + stated;
  }
  ranked.splice(0, best.length, ...best.sort((a, b) => b.score - a.score));

  const findings = (pictures: Picture[]): Findings => ({
    page,
    pictures: pictures.map((picture) => report(picture, ranked.indexOf(picture))),
    shownCount: ranked.length - hiddenCount,
    hiddenCount,
    isPartial,
  });

  function detail(picture: Picture) {
    if (picture.isDetailed) return;
    picture.isDetailed = true;
    const { element, versions } = picture;
    if (element?.localName === 'img') versions.push(...imageVersions(element, scan.base));
    versions.sort((a, b) => b.widthPx - a.widthPx);
  }

  function report(picture: Picture, id: number): FoundPicture {
    detail(picture);
    const { element, url, order, source, widthPx, heightPx, lead, hidden, pinMedia, href } = picture;
    const isHeld = !url.startsWith('http') && (!url || url.startsWith('blob:') || url.length > 64_000);
    const link = element && closest(element, 'a[href]');
    const linked = href ?? (link ? absolute(attribute(link, 'href'), scan.base) : undefined);
    const pinUrl = element && attribute(element, 'data-pin-url');
    const pinId = element && attribute(element, 'data-pin-id');
    const seen = new Set([url]);
    const versions = picture.versions.filter((version) => !seen.has(version.url) && seen.add(version.url));
    return {
      id,
      order,
      source,
      ...(isHeld ? { handle: id } : { url }),
      versions: versions.filter((version) => version.url.length < 4000).slice(0, 12),
      widthPx,
      heightPx,
      lead,
      texts: { ...picture.texts, ...(element && filled(textsOf(element))) },
      ...(linked && { href: linked }),
      ...(pinUrl && { pinUrl: absolute(pinUrl, scan.base) }),
      ...(pinMedia && { pinMedia }),
      ...(pinId && { pinId: pinId.slice(0, 99) }),
      ...(hidden && { hidden }),
    };
  }

  return {
    slice: (from) => findings(ranked.slice(from, from + sliceSize)),
    pick(url) {
      const key = versionKey(url);
      const shows = (picture: Picture) => {
        detail(picture);
        return picture.versions.some((version) => versionKey(version.url) === key);
      };
      const picture = scan.pictures.get(key) ?? ranked.find(shows);
      return findings(picture ? [picture] : []);
    },
    nearest() {
      const distance = new Map(ranked.slice(0, 999).map((picture) => [picture, fromMiddle(picture.element)]));
      const near = [...distance.keys()].filter((picture) => !picture.hidden);
      return findings(near.sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0)).slice(0, sliceSize));
    },
    held: (handle) => ranked[handle],
  };
}

function filled<Texts extends object>(texts: Texts): Partial<Texts> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text)) as Partial<Texts>;
}

function fromMiddle(element: Element | undefined): number {
  if (!element) return 1e9;
  const { left, top, right, bottom, width } = element.getBoundingClientRect();
  if (!width) return 1e8;
  const gap = (low: number, high: number, at: number) => Math.max(low - at, 0, at - high);
  return Math.hypot(gap(left, right, innerWidth / 2), gap(top, bottom, innerHeight / 2));
}

function factsOf({ document, base }: Scan, { meta, itemName, itemDescription, canonical }: Statements): FoundPage {
  const [refusal] = [...all(document, 'meta[content="nopin" i]')].filter((element) =>
    /^pinterest$/i.test(attribute(element, 'name') || attribute(element, 'property')),
  );
  const [heading] = all(document, 'h1');
  return {
    url: ofDocument(document, 'URL').slice(0, 4096),
    documentTitle: plain(ofDocument(document, 'title'), 300),
    itemName,
    itemDescription,
    heading: plain(heading?.textContent, 300),
    selection: plain(String(getSelection() ?? '')),
    canonical: canonical && absolute(canonical, base),
    meta,
    ...(refusal && { nopin: { message: plain(attribute(refusal, 'description'), 500) } }),
    isComplete: ofDocument(document, 'readyState') === 'complete',
  };
}
