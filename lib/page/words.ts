import { siteOf } from './links.ts';

const entities: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};
/** What stands between a title and the site's name. */
const separators = /\s+[|¦‖│｜\-–—―·•・»«›‹>→:~⋆★☆✦✧♥❤*/\\_]+\uFE0F?\s+|\s*[|»｜│]\s*|:: /g;
const closeMark = /\s*[|¦‖│｜\-–—―·•・»«›‹:~⋆★_]+$/;
const nothing =
  /^(?:image|photo|picture|pic|img|untitled|null|undefined|thumbnail|logo|icon|banner|placeholder|loading|share|save|pin it|pinterest|read more|view|more|zoom|click .*|enlarge.*|open .*lightbox|view (?:full|larger).*|(?:image|photo|slide|picture)s?\s*#?\d+(?:\s*(?:of|\/)\s*\d+)?|[^\p{L}\p{N}]*)$/iu;
const fileName =
  /^\S+\.(?:jpe?g|png|webp|gif|avif|svg|heic)$|^(?:img|dsc|dscn|dscf|pxl|image|screenshot|photo)[-_ ]?\d[\w-]*$|^[\w-]*\d{4}[\w-]*$|^https?:|^\w+(?:[-_]\w+){2,}$/i;

/** One line of plain text without HTML entities. */
export function tidy(text: string | undefined): string {
  if (!text) return '';
  const decoded = text.replace(/&(?:#(x?)([\da-f]{1,6})|(\w{2,6}));/gi, (whole, hex, digits, name) => {
    if (name) return entities[name] ?? whole;
    const code = Number.parseInt(digits, hex ? 16 : 10);
    return code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
  return decoded
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Whether a text says nothing about a picture: a file name, "image", an address. */
export function isJunk(text: string): boolean {
  return text.length < 2 || nothing.test(text) || fileName.test(text);
}

/** The first text that says something. */
export function firstWords(texts: (string | undefined)[]): string {
  for (const text of texts) {
    const tidied = tidy(text);
    if (!isJunk(tidied)) return tidied;
  }
  return '';
}

/** `title` without the names of the site before or behind it; `host` is one of them. */
export function withoutSite(title: string, siteNames: readonly string[], host: string): string {
  const bareHost = host.replace(/^(?:www|m)\./, '');
  const labels = [bareHost, siteOf(`https://${bareHost}`)].map((one) => one.split('.')[0] ?? '');
  const names = [...siteNames, ...labels, bareHost];
  const known = names.map(letters).filter((name) => name.length > 2 || /[^\p{Script=Latin}]/u.test(name));
  const isSite = (part: string) => {
    const text = letters(part);
    return known.some((name) => text === name || (text.length > 3 && (name.startsWith(text) || text.startsWith(name))));
  };
  const again = (rest: string) => withoutSite(rest.trim(), siteNames, host);

  const [domain, front = ''] = /^([\w-]+(?:\.\w{2,})+):\s+/.exec(title) ?? [];
  if (domain && isSite(front) && title.length > domain.length + 5) return again(title.slice(domain.length));
  const breaks = [...title.matchAll(separators)];
  // The site may be followed by its motto.
  const site = breaks.findIndex(({ index, 0: mark }, at) => {
    const part = title.slice(index + mark.length, breaks[at + 1]?.index);
    return index > 2 && (at === breaks.length - 1 ? isSite(part) : known.includes(letters(part)));
  });
  if (site >= 0) return again(title.slice(0, breaks[site]?.index));
  const [first] = breaks;
  if (first && isSite(title.slice(0, first.index)) && title.length - first.index > 5) {
    return again(title.slice(first.index + first[0].length));
  }
  // Without spaces only a name that is known whole: "…_网站", "…: Tasty Kitchen".
  for (const name of names) {
    const rest = title.slice(0, -name.length).trimEnd();
    if (known.includes(letters(name)) && title.toLowerCase().endsWith(name.toLowerCase()) && closeMark.test(rest)) {
      return again(rest.replace(closeMark, ''));
    }
  }
  return title;
}

/** The part of `title` between marks that the page's heading repeats, unless there is none. */
export function headed(title: string, heading: string): string {
  const wanted = letters(heading);
  return (wanted.length > 3 && title.split(separators).find((part) => letters(part) === wanted)) || title;
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/^the\s+/, '')
    .replace(/\.(?:com|org|net|co\.uk)\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

let segmenter: Intl.Segmenter | undefined;

/**
 * `text` cut to at most `length` code units, the ellipsis included: at a word, else between two characters as people see
 * them (an emoji of a family is several code points).
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  segmenter ??= new Intl.Segmenter();
  // The character that holds the first unit too many goes whole.
  const short = text.slice(0, segmenter.segment(text).containing(length - 1)?.index);
  const at = short.lastIndexOf(' ');
  return `${(at > length / 2 ? short.slice(0, at) : short).trimEnd()}…`;
}

/** Whether two texts speak of one thing: most words of `name` are in `text`, or all of `text` in it. */
export function isNameOf(name: string, text: string): boolean {
  const words = (of: string) => of.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const [own, other] = [new Set(words(name)), new Set(words(text))];
  const shared = [...own].filter((word) => other.has(word)).length;
  return text.includes(name) || (shared > 0 && (shared >= 0.6 * own.size || shared === other.size));
}
