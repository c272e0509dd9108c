/** What a page's JSON-LD says about the thing that the page is about. */
export interface Item {
  name: string;
  description: string;
  /** The thing's pictures, its main one first. */
  pictures: string[];
  /** Pictures that stand for the page. */
  pagePictures: string[];
}

type Thing = Record<string, unknown>;

/** Kinds of things, those people pin before those that are about everything. */
const kinds = [
  /Recipe/,
  /Product|IndividualProduct|Vehicle/,
  /Article|BlogPosting|Report/,
  /HowTo|Event|Hotel|Lodging|Restaurant|TouristAttraction|TouristTrip|Place|Book|Movie|CreativeWork$|Course|VideoObject|ImageObject|LocalBusiness/,
];
/** Where one thing holds another that may be the page's. */
const holds = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed', 'hasVariant', 'about'];

/** Reads the scripts' JSON; a script that is none says nothing. */
export function itemOf(scripts: string[]): Item {
  const things: Thing[] = [];
  const byId = new Map<unknown, Thing>();
  for (const script of scripts) gather(parse(script), things, byId, 0);
  const isA = (kind: RegExp) => (thing: Thing) => [thing['@type']].flat().some((type) => kind.test(String(type)));
  const item = kinds.map((kind) => things.find(isA(kind))).find(Boolean);
  const page = things.find(isA(/(?:Web|Item|Profile|Collection)Page/));
  return {
    name: textIn(item?.['name'] ?? item?.['headline']),
    description: textIn(item?.['description']),
    pictures: addresses(item?.['image'] ?? item?.['thumbnailUrl'] ?? item?.['contentUrl'], byId),
    pagePictures: addresses(page?.['primaryImageOfPage'] ?? page?.['thumbnailUrl'] ?? page?.['image'], byId),
  };
}

function parse(json: string): unknown {
  try {
    // Raw line ends inside strings are a common slip of templates.
    return JSON.parse(
      json.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '').replace(/[\n\r\t]+/g, ' '),
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

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(value: unknown): string {
  const [text] = [value].flat();
  return typeof text === 'string' ? text.slice(0, 4000) : '';
}

function addresses(value: unknown, byId: Map<unknown, Thing>): string[] {
  return [value]
    .flat()
    .slice(0, 20)
    .flatMap((part) => {
      if (!isThing(part)) return part;
      const whole = byId.get(part['@id']) ?? part;
      return [whole['contentUrl'] ?? whole['url'] ?? whole['@id']].flat()[0];
    })
    .filter((url): url is string => typeof url === 'string');
}
