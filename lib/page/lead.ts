import { absolute } from './addresses.ts';
import type { CandidateSource } from './candidate.ts';
import type { FoundPage } from './found.ts';
import { bareAddress } from './links.ts';
import { pictureKey } from './originals.ts';
import { type Item, itemOf } from './structured.ts';
import { tidy } from './words.ts';

/** A picture that the page names as its own, and how much that counts towards being its lead picture. */
export interface Statement {
  url: string;
  weight: number;
  source: CandidateSource;
  description?: string;
  altText?: string;
  widthPx?: number;
  heightPx?: number;
}

/** What the page says about itself, sorted out. */
export interface Statements {
  meta: Map<string, string>;
  itemName: string;
  itemDescription: string;
  canonical: string;
  /** What the site calls itself, the likeliest name first. */
  siteNames: string[];
  videos: Item['videos'];
  pictures: Statement[];
}

/**
 * Statements about one picture add up: the one that most of them name is the page's lead. Open Graph's is the one that
 * sites choose for other sites to show; the others together outweigh it only where it is a stand-in.
 */
const weights = { pin: 20, openGraph: 7, item: 3, share: 2, twitter: 1, page: 1, link: 1 };
/** Names of metas that hold the site's own name, the likeliest first. */
const siteMeta = ['og:site_name', 'application-name', 'apple-mobile-web-app-title', 'al:iphone:app_name'];
/** One of several pictures of the thing, or of another page's thing. */
const mention = 0.01;

/** A site's own mark, given where a page has no picture of its own. */
const standIn =
  /(?:^|[-_.])(?:logo(?:s|type)?|default|placeholder|favicon|avatar|fallback|site-?image|social-?share|share-?image|og-?image|no-?image)(?=[-_.\d]|$)/i;

/** What the page's head, structured data and share links say. */
export function statementsOf(page: FoundPage): Statements {
  const meta = new Map<string, string>();
  for (const [name, content] of page.meta) if (content && !meta.has(name)) meta.set(name, content);
  const names = [meta.get('og:title') ?? page.documentTitle, page.heading].map(tidy);
  const item = itemOf(page.linkedData, names);
  const canonical = absolute(page.links.find(([rel]) => /\bcanonical\b/.test(rel))?.[1] ?? '', page.url);
  const logos = new Set(item.logos.map((url) => pictureKey(addressOf(url, page.url))));
  const pictures: Statement[] = [];
  const state = (url: string | undefined, weight: number, source: CandidateSource, more: Partial<Statement> = {}) => {
    const address = addressOf(url, page.url);
    if (!address) return;
    const isStandIn = standIn.test(nameOf(address)) || logos.has(pictureKey(address));
    pictures.push({ url: address, weight: isStandIn ? weight / 9 : weight, source, ...more });
  };
  const get = (...names: string[]) => names.map((name) => meta.get(name)).find(Boolean);

  state(get('pin:media', 'pinterest:media', 'pinterest:image'), weights.pin, 'meta');
  state(openGraphPicture(get), weights.openGraph, 'meta', {
    altText: get('og:image:alt') ?? '',
    widthPx: Math.round(Number(get('og:image:width'))) || 0,
    heightPx: Math.round(Number(get('og:image:height'))) || 0,
  });
  state(get('twitter:image', 'twitter:image:src', 'thumbnail'), weights.twitter, 'meta');
  for (const [rel, href] of page.links) if (rel.includes('image_src')) state(href, weights.link, 'meta');
  for (const [index, url] of item.pictures.entries()) state(url, index ? mention : weights.item, 'json-ld');
  for (const [index, url] of item.pagePictures.entries()) state(url, index ? mention : weights.page, 'json-ld');
  for (const [index, url] of page.itemPictures.entries()) state(url, index ? mention : weights.item / 2, 'json-ld');
  for (const { url, weight, description } of shared(page, canonical)) state(url, weight, 'share-link', { description });
  return {
    meta,
    itemName: item.name,
    itemDescription: item.description,
    canonical,
    siteNames: [...siteMeta.map((name) => get(name)), ...item.siteNames].map(tidy).filter(Boolean),
    videos: item.videos,
    pictures,
  };
}

/** Templates escape addresses twice, and write words for those that they do not have. */
function addressOf(url: string | undefined, base: string): string {
  const text = url?.trim().replace(/&(?:amp|#0?38);/g, '&') ?? '';
  if (!text || /^(?:undefined|null|none|false|true|#.*|\/)$/i.test(text) || !URL.canParse(text, base)) return '';
  // Spelled as the browser spells the addresses of the page's own pictures.
  const { href } = new URL(text, base);
  return /^https?:/.test(href) && href !== base ? href : '';
}

function nameOf(address: string): string {
  return new URL(address).pathname.split('/').at(-1) ?? '';
}

/** The first picture; its secure address where the plain one is not. */
function openGraphPicture(get: (...names: string[]) => string | undefined): string | undefined {
  const plain = get('og:image', 'og:image:url');
  const secure = get('og:image:secure_url');
  return secure && (!plain || plain.startsWith('http:')) ? secure : plain;
}

/** What the site's own share links would pin; the first that is about this page is the site's choice. */
function shared(page: FoundPage, canonical: string) {
  const here = [page.url, canonical].map(bareAddress);
  let weight = weights.share;
  return page.shareLinks.flatMap((href) => {
    if (!URL.canParse(href, page.url)) return [];
    const { searchParams } = new URL(href, page.url);
    const url = searchParams.get('media');
    const link = searchParams.get('url');
    if (!url) return [];
    const isHere = !link || here.includes(bareAddress(absolute(link, page.url)));
    const found = {
      url,
      weight: isHere ? weight : mention,
      description: searchParams.get('description')?.slice(0, 2000) ?? '',
    };
    if (isHere) weight = 0.1;
    return [found];
  });
}
