import { isNameOf, tidy } from './words.ts';

/** What a page's JSON-LD says about the thing that the page is about. */
export interface Item {
  name: string;
  description: string;
  /** The thing's pictures, its main one first. */
  pictures: string[];
  /** Pictures that stand for the page. */
  pagePictures: string[];
  /** What is said of videos: their posters, and the addresses that name them. */
  videos: { poster: string | undefined; addresses: string[] }[];
  /** Names of the site, of who publishes it. */
  siteNames: string[];
  /** The publisher's mark, which is no picture of the thing. */
  logos: string[];
}

type Thing = Record<string, unknown>;

/** Kinds of things, those people pin before those that are about everything. */
const kinds = [
  /Recipe/,
  /Product|IndividualProduct|Vehicle/,
  /Article|BlogPosting|Report/,
  /HowTo|Event|Hotel|Lodging|Restaurant|Tourist|Trip|Accommodation|VacationRental|Apartment|House|Place|City|Book|Movie|CreativeWork$|Course|VideoObject|ImageObject|LocalBusiness/,
];
/** Where one thing holds another that may be the page's. */
const holds = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed', 'hasVariant', 'about'];

/** Reads the scripts' JSON, and what it says of the thing of that name; a script that is none says nothing. */
export function itemOf(scripts: string[], names: string[]): Item {
  const things: Thing[] = [];
  const byId = new Map<unknown, Thing>();
  for (const script of scripts) gather(parse(script), things, byId, 0);
  const isA = (kind: RegExp) => (thing: Thing) => [thing['@type']].flat().some((type) => kind.test(String(type)));
  const named = (name: string) => things.flatMap((thing) => [thing[name]].flat().map((part) => wholeOf(part, byId)));
  const nameOf = (thing: Thing) => textIn(thing['name'] ?? thing['headline']);
  const ofKinds = kinds.map((kind) => things.filter(isA(kind)));
  // Several of one kind with other names are what the page lists.
  const [alone, ...others] = ofKinds.find((ofKind) => ofKind.length > 0) ?? [];
  const isAbout = (thing: Thing) => names.some((name) => name && isNameOf(tidy(nameOf(thing)), name));
  const item = ofKinds.flat().find(isAbout) ?? (others.length === 0 ? alone : undefined);
  const page = things.find(isA(/(?:Web|Item|Profile|Collection)Page/));
  return {
    name: item ? nameOf(item) : '',
    description: textIn(item?.['description']),
    pictures: addresses(item?.['image'] ?? item?.['thumbnailUrl'] ?? item?.['contentUrl'], byId),
    pagePictures: addresses(page?.['primaryImageOfPage'] ?? page?.['thumbnailUrl'] ?? page?.['image'], byId),
    videos: [...things.filter(isA(/VideoObject/)), ...named('video')].filter(isThing).map((video) => ({
      poster: addresses(video['thumbnailUrl'] ?? video['thumbnail'], byId)[0],
      addresses: ['embedUrl', 'contentUrl', 'url', '@id'].map((name) => textIn(video[name])),
    })),
    siteNames: [...things.filter(isA(/WebSite|Organization/)), ...named('publisher'), ...named('isPartOf')]
      .filter(isThing)
      .filter(isA(/WebSite|Organization/))
      .flatMap((owner) => [owner['name'], owner['alternateName']].flat().map(textIn))
      .filter(Boolean),
    logos: [...things, ...named('publisher')].filter(isThing).flatMap((owner) => addresses(owner['logo'], byId)),
  };
}

function parse(json: string): unknown {
  try {
    // Raw line ends inside strings and a comma too many are common slips of templates.
    return JSON.parse(
      json
        .replace(
          /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\*\/)?)\s*$|;\s*$/g,
          '',
        )
        .replace(/[\n\r\t]+/g, ' ')
        .replace(/,\s*(?=[}\]])/g, ''),
    );
  } catch {
    return;
  }
}

function gather(value: unknown, things: Thing[], byId: Map<unknown, Thing>, depth: number) {
  if (depth > 6 || things.length > 500) return;
  if (Array.isArray(value)) {
    for (const part of value) gather(part, things, byId, depth + 1);
  } else if (isThing(value)) {
    if (value['@type']) things.push(value);
    if (value['@id'] && Object.keys(value).length > 1) byId.set(value['@id'], value);
    for (const key of holds) gather(value[key], things, byId, depth + 1);
  }
}

/** The thing itself where only its name is given. */
function wholeOf(part: unknown, byId: Map<unknown, Thing>): unknown {
  return isThing(part) ? (byId.get(part['@id']) ?? part) : part;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(value: unknown): string {
  const [text] = [value].flat();
  return typeof text === 'string' ? text.slice(0, 4000) : '';
}

function addresses(value: unknown, byId: Map<unknown, Thing>): string[] {
  return [isThing(value) && '@list' in value ? value['@list'] : value]
    .flat()
    .slice(0, 20)
    .flatMap((part) => {
      const whole = wholeOf(part, byId);
      if (!isThing(whole)) return whole;
      return [whole['contentUrl'] ?? whole['url'] ?? whole['@id']].flat()[0];
    })
    .filter((url): url is string => typeof url === 'string');
}
