import { type Candidate, type PageFacts, PictureUrl } from './candidate.ts';
import type { Size } from './check-proposal.ts';
import { needsBytes } from './formats.ts';
import type { FoundPage, FoundPicture } from './found.ts';
import { lazyAttributes } from './lazy.ts';
import type { Statement, Statements } from './lead.ts';
import { cleanLink, itemLink } from './links.ts';
import { originalsOf, pictureKey } from './originals.ts';
import { videoOf } from './players.ts';
import { posterOf } from './posters.ts';
import { sizeReason } from './rank.ts';
import { type Version, versionsOf } from './versions.ts';
import { cut, firstWords, withoutSite } from './words.ts';

/** A candidate with what is needed until the ranks are settled. */
export interface Draft extends Candidate {
  /** Addresses of the picture in other sizes, by its own markup. */
  sizes: string[];
  score: number;
  lead: number;
  /** The picture stands for another page of the site, as in a listing. */
  isListed: boolean;
  isMadeForPins: boolean;
  hasPinTitle: boolean;
  hasPinDescription: boolean;
  pageDescription: string;
}

const tileWidthPx = 150;
const mostLarger = 4;
/** Names that no picture of the page itself can have. */
const statedFrom = 900_000;

/** What a found picture is worth as a candidate; nothing for a player that nobody knows. */
export function candidateOf(
  picture: FoundPicture,
  page: FoundPage,
  facts: PageFacts,
  said: Statements,
): Draft | undefined {
  const { id, order, score, source, handle, isPinMedia, isMadeForPins = false, texts } = picture;
  const attributes = new Map(picture.attributes.toReversed());
  const video = source === 'embed' ? videoOf(picture.url ?? '') : undefined;
  const poster = video && posterOf(video, picture, said, page.url);
  if (source === 'embed' && !poster) return;
  const url = poster ?? picture.url;
  const versions =
    isPinMedia || video
      ? []
      : [...fallbackOf(url, attributes, page.url), ...versionsOf(picture.attributes, picture.href, page.url)];
  const size = video?.poster ? { widthPx: 480, heightPx: 360 } : sizeOf(picture, versions);
  const { widthPx, heightPx } = size;

  const own = video ? cleanLink(video.page) : itemLink(picture.href, page.url);
  const pinUrl = facts.link ? cleanLink(absoluteLink(attributes.get('data-pin-url'), page.url)) : undefined;
  const link = pinUrl ?? (facts.link && own ? own : facts.link);
  const pinId = /^\d{1,40}$/.exec(attributes.get('data-pin-id') ?? '')?.[0];
  const knownPin = pinId ?? pinOnPinterest(url, picture.href, page.url);
  const media = isPinMedia ? url : mediaBeside(attributes.get('data-pin-media'), url, page.url);
  const proposes = {
    ...(media && { media }),
    ...(pinUrl && { link: pinUrl }),
    ...(pinId && { pinId }),
  };
  const hidden = picture.hidden ?? (isPinMedia ? undefined : sizeReason(widthPx, heightPx));
  const pinTitle = attributes.get('data-pin-title');
  const pinDescription = attributes.get('data-pin-description');
  const words = wordsOf(
    { pinTitle, pinDescription, texts, isListed: !!own, isStated: false },
    page.selection,
    facts,
    said,
  );
  return {
    id,
    order,
    source: page.isPicture ? 'document' : source,
    ...(url && isPicture(url) && { url }),
    ...(handle !== undefined && { handle }),
    larger: largerThan(url, versions, widthPx),
    ...thumbnailOf(url, versions, widthPx),
    ...size,
    ...words,
    ...(link && { link }),
    ...(knownPin && { pinId: knownPin }),
    ...(Object.keys(proposes).length > 0 && { siteProposes: proposes }),
    ...(hidden && { hidden }),
    sizes: versions.filter(({ isSize }) => isSize).map((version) => version.url),
    score,
    lead: 0,
    isListed: !!own && !video,
    isMadeForPins,
    hasPinTitle: !!pinTitle,
    hasPinDescription: !!pinDescription,
    pageDescription: pageDescription(said),
  };
}

/** A picture that the page states without showing it. */
export function statedDraft(
  statement: Statement,
  index: number,
  facts: PageFacts,
  said: Statements,
): Draft | undefined {
  const { url, weight, source, description, altText, widthPx = 0, heightPx = 0 } = statement;
  if (!isPicture(url)) return;
  const texts = { alt: altText ?? '', caption: '', label: '', title: '', heading: '', linkText: '' };
  const words = wordsOf(
    { pinTitle: '', pinDescription: description, texts, isListed: false, isStated: true },
    '',
    facts,
    said,
  );
  return {
    id: statedFrom + index,
    order: statedFrom + index,
    source,
    url,
    larger: largerThan(url, [], widthPx),
    thumbnail: url,
    widthPx,
    heightPx,
    ...words,
    ...(facts.link && { link: facts.link }),
    sizes: [],
    score: 90_000,
    lead: weight,
    isListed: false,
    isMadeForPins: false,
    hasPinTitle: false,
    hasPinDescription: !!description,
    pageDescription: pageDescription(said),
  };
}

function isPicture(url: string): boolean {
  return PictureUrl.safeParse(url).success;
}

function absoluteLink(link: string | undefined, base: string): string {
  return link && URL.canParse(link, base) ? new URL(link, base).href : '';
}

/** What the site would pin in place of a picture, unless that is another size of it. */
function mediaBeside(media: string | undefined, url: string | undefined, base: string): string | undefined {
  const address = media && absoluteLink(media, base);
  return address && isPicture(address) && url && pictureKey(address) !== pictureKey(url) ? address : undefined;
}

/** The size of the best version whose width the markup states, in the proportions of the one shown. */
function sizeOf(
  { url, widthPx, heightPx, attributes }: FoundPicture,
  versions: Version[],
): Size & Pick<Candidate, 'shownWidthPx' | 'stated'> {
  const best = versions.find(({ isMeasured }) => isMeasured);
  // What has no address is seen by this person alone: no other picture is taken for it.
  if (!url || !best || best.widthPx <= widthPx) return { widthPx, heightPx };
  // The sources of a `<picture>` may be other crops.
  const sets = new Set(attributes.flatMap(([name, value]) => (lazyAttributes.get(name) === 'srcset' ? value : [])));
  const isSure = sets.size < 2 && isPicture(best.url);
  return {
    widthPx: best.widthPx,
    heightPx: widthPx ? Math.round((best.widthPx * heightPx) / widthPx) : 0,
    shownWidthPx: widthPx,
    ...(isSure && { stated: best.url }),
  };
}

/** What the element shows where the source of a `<picture>` is not understood: Pinterest does not take all of those. */
function fallbackOf(url: string | undefined, attributes: ReadonlyMap<string, string>, base: string): Version[] {
  if (!url || !needsBytes(url)) return [];
  const src = absoluteLink(attributes.get('src'), base);
  return src.startsWith('http') ? [{ url: src, widthPx: 0, isMeasured: false, isSize: false }] : [];
}

function largerThan(url: string | undefined, versions: Version[], widthPx: number): string[] {
  const wider = versions.filter((version) => !version.isMeasured || version.widthPx >= widthPx);
  const proposals = [url, wider[0]?.url].flatMap((one) => (one ? originalsOf(one) : []));
  // What rules propose leaves room for what the markup states.
  const ruled = proposals.slice(0, Math.max(2, mostLarger - wider.length));
  const found = [...new Set([...ruled, ...wider.map((version) => version.url)])];
  return found.filter((one) => one !== url && isPicture(one)).slice(0, mostLarger);
}

/** The smallest version that still fills a tile on a dense screen. */
function thumbnailOf(url: string | undefined, versions: Version[], widthPx: number): Pick<Candidate, 'thumbnail'> {
  const enough = versions.findLast((version) => version.isMeasured && version.widthPx >= 2 * tileWidthPx);
  const thumbnail = enough && enough.widthPx < (widthPx || 1200) ? enough.url : url;
  return thumbnail && isPicture(thumbnail) ? { thumbnail } : {};
}

interface Said {
  pinTitle: string | undefined;
  pinDescription: string | undefined;
  texts: FoundPicture['texts'];
  isListed: boolean;
  isStated: boolean;
}

function wordsOf(
  { pinTitle, pinDescription, texts, isListed, isStated }: Said,
  selection: string,
  facts: PageFacts,
  said: Statements,
) {
  const { alt, caption, label, title, heading, linkText } = texts;
  const host = URL.canParse(facts.url) ? new URL(facts.url).hostname : '';
  const named = isListed ? [heading, linkText, alt, label] : [alt, caption, label, title, heading];
  const own = withoutSite(firstWords([pinTitle, ...(isStated ? [] : named)]), said.siteNames, host);
  const ofPage = isListed ? '' : pageDescription(said);
  return {
    title: cut(own || facts.title, 100),
    description: cut(firstWords([pinDescription, selection, caption, ofPage]), 800),
    altText: cut(firstWords([alt, label, caption, title]), 500),
  };
}

function pageDescription({ meta, itemDescription }: Statements): string {
  const names = ['pin:description', 'pinterest:description', 'og:description', 'description', 'twitter:description'];
  return cut(firstWords([...names.map((name) => meta.get(name)), itemDescription]), 800);
}

/** On Pinterest itself the link around a picture, or the page, names the Pin. */
function pinOnPinterest(url: string | undefined, href: string | undefined, page: string): string | undefined {
  const host = URL.canParse(page) ? new URL(page).hostname : '';
  if (!/^https:\/\/i\.pinimg\.com\//.test(url ?? '') || !/(?:^|\.)pinterest(?:\.[a-z]+)+$/.test(host)) return;
  return /\/pin\/(?:[\w-]*--)?(\d{1,40})(?:\/|$)/.exec(href ?? page)?.[1];
}
