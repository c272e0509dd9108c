const entities: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  ndash: '–',
};
const separator = /\s+[|\-–—·•»:~]+\s+|\s*[|»]\s*|:: /;
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

/** `title` without the site's name before or behind it. */
export function withoutSite(title: string, siteName: string, host: string): string {
  const names = [siteName, host.replace(/^www\./, '').split('.')[0] ?? '']
    .map(letters)
    .filter((name) => name.length > 2);
  const isSite = (part: string) => {
    const text = letters(part);
    return names.some((name) => text === name || (text.length > 3 && (name.startsWith(text) || text.startsWith(name))));
  };
  const breaks = [...title.matchAll(new RegExp(separator, 'g'))];
  const last = breaks.at(-1);
  if (last && last.index > 2 && isSite(title.slice(last.index + last[0].length))) {
    return withoutSite(title.slice(0, last.index).trim(), siteName, host);
  }
  const [front] = breaks;
  if (front && isSite(title.slice(0, front.index)) && title.length - front.index > 5) {
    return withoutSite(title.slice(front.index + front[0].length).trim(), siteName, host);
  }
  return title;
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

/** Whether two texts share a word that says something. */
export function shareWord(one: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const known = new Set(words(one));
  return words(other).some((word) => known.has(word));
}
