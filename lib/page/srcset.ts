/** One entry of a `srcset`: at most a width (with or without a height) or a density. */
export interface SrcsetEntry {
  url: string;
  widthPx?: number;
  heightPx?: number;
  density?: number;
}

const gap = '\\t\\n\\f\\r ';
const entry = new RegExp(`[${gap},]*([^${gap}]+)`, 'y');
const descriptors = /(?:[^,(]|\([^)]*(?:\)|$))*/y;
const descriptor = new RegExp(`(?:[^${gap}(]|\\([^)]*(?:\\)|$))+`, 'g');
const integer = /^\d+$/;
const float = /^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The entries of a `srcset` in their own order; an entry with a wrong descriptor is left out.
 * HTML standard, "parse a srcset attribute".
 */
export function parseSrcset(srcset: string): SrcsetEntry[] {
  const entries: SrcsetEntry[] = [];
  let at = 0;
  for (;;) {
    entry.lastIndex = at;
    const url = entry.exec(srcset)?.[1];
    if (!url) return entries;
    at = entry.lastIndex;
    const bare = url.replace(/,+$/, '');
    if (bare !== url) {
      if (bare) entries.push({ url: bare });
      continue;
    }
    descriptors.lastIndex = at;
    const text = descriptors.exec(srcset)?.[0] ?? '';
    at += text.length;
    const read = describedBy(url, text.match(descriptor) ?? []);
    if (read) entries.push(read);
  }
}

function describedBy(url: string, words: string[]): SrcsetEntry | undefined {
  const read: SrcsetEntry = { url };
  for (const word of words) {
    const unit = word.at(-1);
    const text = word.slice(0, -1);
    const value = Number(text);
    if (unit === 'w' && integer.test(text) && value && !read.widthPx && read.density === undefined) {
      read.widthPx = value;
    } else if (unit === 'h' && integer.test(text) && value && !read.heightPx && read.density === undefined) {
      read.heightPx = value;
    } else if (unit === 'x' && float.test(text) && value >= 0 && Object.keys(read).length === 1) {
      read.density = value;
    } else {
      return;
    }
  }
  return read.heightPx && !read.widthPx ? undefined : read;
}
