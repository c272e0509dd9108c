import { all, attribute, ofDocument, plain } from './dom.ts';
import type { Scan } from './scan.ts';
import { absolute } from './versions.ts';

/** What the page's head and structured data say of the page. */
export interface Statements {
  meta: Record<string, string>;
  itemName: string;
  itemDescription: string;
  canonical: string;
}

/** How much a statement counts towards being the lead picture; statements about one picture add up. */
const weight = { pin: 20, og: 4, share: 3, item: 3, twitter: 1, link: 1, page: 1 };

const items =
  /Recipe|Product|Article|BlogPosting|HowTo|Event|Hotel|LodgingBusiness|Restaurant|TouristAttraction|Book|Movie|VideoObject/;
const noPicture = /logo|default|placeholder|favicon|avatar/i;

/** Reads the page's own statements first, so that they are never lost to the clock. */
export function readStatements(scan: Scan): Statements {
  const said: Statements = { meta: {}, itemName: '', itemDescription: '', canonical: '' };
  readMeta(scan, said);
  readLinkedData(scan, said);
  readMicrodata(scan, said);
  readShareLinks(scan, said);
  return said;
}

function state(scan: Scan, source: 'meta' | 'json-ld' | 'share-link', url: string, lead: number, texts = {}) {
  const address = absolute(url, scan.base);
  if (address) scan.add({ source, url: address, lead: noPicture.test(address) ? lead / 9 : lead, texts });
}

function readMeta(scan: Scan, said: Statements) {
  const { meta } = said;
  let count = 0;
  for (const element of all(scan.document, 'meta[content]:not([nopin],[data-pin-nopin])')) {
    const name = (attribute(element, 'property') || attribute(element, 'name')).toLowerCase();
    if (name.length > 40 || ++count > 500 || meta[name]) continue;
    meta[name] = plain(attribute(element, 'content'), name.endsWith('image') || name.endsWith('url') ? 4000 : 1000);
  }
  for (const element of all(scan.document, 'link[rel~=canonical i],link[rel~=image_src i]')) {
    const href = attribute(element, 'href').slice(0, 4000);
    if (/canonical/i.test(attribute(element, 'rel'))) said.canonical ||= href;
    else state(scan, 'meta', href, weight.link);
  }
  const pin = meta['pin:media'] ?? meta['pinterest:media'] ?? meta['pinterest:image'];
  if (pin) state(scan, 'meta', pin, weight.pin);
  const open = meta['og:image:secure_url'] ?? meta['og:image'] ?? meta['og:image:url'];
  if (open) state(scan, 'meta', open, weight.og, { alt: meta['og:image:alt'] });
  const twitter = meta['twitter:image'] ?? meta['twitter:image:src'] ?? meta['thumbnail'];
  if (twitter) state(scan, 'meta', twitter, weight.twitter, { alt: meta['twitter:image:alt'] });
}

type Thing = { [key: string]: unknown };

function readLinkedData(scan: Scan, said: Statements) {
  const things: Thing[] = [];
  const byId = new Map<unknown, Thing>();
  for (const script of all(scan.document, 'script[type="application/ld+json"]')) {
    const json = script.textContent ?? '';
    if (json.length > 500_000 || scan.isLate()) continue;
    try {
      gather(JSON.parse(json.replace(/[\n\r\t]+/g, ' ')), things, byId, 0);
    } catch {
      // A page's own mistake: it then says nothing.
    }
  }
  const typed = (pattern: RegExp) => things.find((thing) => pattern.test(String(thing['@type'])));
  const item = typed(/Recipe|Product/) ?? typed(items);
  const page = typed(/WebPage|ItemPage/);
  if (item) {
    said.itemName = plain(String(item['name'] ?? item['headline'] ?? ''), 300);
    said.itemDescription = plain(String(item['description'] ?? ''), 1000);
  }
  const named = [
    ...addresses(item?.['image'] ?? item?.['thumbnailUrl'], byId, weight.item),
    ...addresses(page?.['primaryImageOfPage'] ?? page?.['image'], byId, weight.page),
  ];
  for (const [url, lead] of named) state(scan, 'json-ld', url, lead);
}

/** Every object with a type, in the order in which the page gives them. */
function gather(value: unknown, things: Thing[], byId: Map<unknown, Thing>, depth: number) {
  if (!value || typeof value !== 'object' || depth > 4 || things.length > 500) return;
  if (Array.isArray(value)) {
    for (const part of value) gather(part, things, byId, depth + 1);
    return;
  }
  const thing: Thing = { ...value };
  if (thing['@type']) things.push(thing);
  if (thing['@id'] && Object.keys(thing).length > 1) byId.set(thing['@id'], thing);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed', 'hasVariant']) {
    gather(thing[key], things, byId, depth + 1);
  }
}

/** The first address counts as the lead; the others are pictures of the same thing. */
function addresses(value: unknown, byId: Map<unknown, Thing>, lead: number): [string, number][] {
  const found: [string, number][] = [];
  for (const part of [value].flat().slice(0, 20)) {
    let url: unknown = part;
    if (part && typeof part === 'object') {
      const thing: Thing = { ...part };
      const whole = byId.get(thing['@id']) ?? thing;
      url = [whole['contentUrl'] ?? whole['url'] ?? whole['@id']].flat()[0];
    }
    if (typeof url === 'string') found.push([url, found.length ? 0.01 : lead]);
  }
  return found;
}

function readMicrodata(scan: Scan, said: Statements) {
  let lead = weight.item;
  for (const element of Array.from(all(scan.document, '[itemprop~=image]')).slice(0, 50)) {
    const url = ['content', 'src', 'href'].map((name) => attribute(element, name)).find(Boolean);
    if (url && !url.startsWith('data:')) state(scan, 'json-ld', url, lead);
    lead = 0.01;
  }
  if (said.itemName) return;
  const [name] = all(scan.document, '[itemtype$="/Recipe"] [itemprop=name],[itemtype$="/Product"] [itemprop=name]');
  if (name) said.itemName = plain(attribute(name, 'content') || name.textContent, 300);
}

function readShareLinks(scan: Scan, said: Statements) {
  const here = bare(said.canonical ? absolute(said.canonical, scan.base) : ofDocument(scan.document, 'URL'));
  let lead = weight.share;
  for (const link of Array.from(all(scan.document, 'a[href*="pin/create"]')).slice(0, 200)) {
    try {
      const { searchParams } = new URL(attribute(link, 'href'), scan.base);
      const media = searchParams.get('media');
      if (!media) continue;
      const url = searchParams.get('url') ?? '';
      const isHere = !url || bare(absolute(url, scan.base)) === here;
      const texts = { pinDescription: plain(searchParams.get('description')) };
      state(scan, 'share-link', media, isHere ? lead : 0.01, texts);
      if (isHere) lead = 0.1;
    } catch {
      // Not an address.
    }
  }
}

function bare(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/$/g, '').replace(/\/$/, '');
}
