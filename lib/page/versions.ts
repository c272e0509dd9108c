import { absolute, cssUrls, isPictureFile } from './addresses.ts';
import { type Carries, lazyAttributes } from './lazy.ts';
import { parseSrcset } from './srcset.ts';

/** An address of a picture and how wide it is, as far as the markup tells (or a guess for "the large one"). */
export interface Version {
  url: string;
  widthPx: number;
  /** The markup states the width. */
  isMeasured: boolean;
  /** The markup says that it is this picture in another size, not what a link or a script makes of it. */
  isSize: boolean;
}

/** No picture is so wide. */
const tooWidePx = 100_000;

/** Widths assumed of what the markup calls the original, and of what it puts off loading. */
const guessedPx = { original: 3000, linked: 2900, address: 999, background: 999, srcset: 600, json: 1500 };

/** The versions of a picture that the attributes around it name, widest first. */
export function versionsOf(attributes: [string, string][], href: string | undefined, base: string): Version[] {
  const versions = attributes.flatMap(([name, value]) => {
    const carries = lazyAttributes.get(name);
    return carries ? read(carries, value) : [];
  });
  if (href && isPictureFile(new URL(href).pathname) && !/\/(?:File|Datei|Fichier|Archivo):/.test(href)) {
    versions.push({ url: href, widthPx: guessedPx.linked, isMeasured: false, isSize: false });
  }
  const seen = new Set<string>();
  return versions
    .map((version) => ({ ...version, url: absolute(fill(version.url), base) }))
    .filter(({ url }) => url.startsWith('http') && !seen.has(url) && seen.add(url))
    .sort((a, b) => b.widthPx - a.widthPx);
}

function read(carries: Carries, value: string): Version[] {
  if (carries === 'srcset') {
    return parseSrcset(value).map(({ url, widthPx, density = 1 }) => ({
      url,
      widthPx: widthPx ?? density * guessedPx.srcset,
      isMeasured: widthPx !== undefined && widthPx < tooWidePx,
      isSize: true,
    }));
  }
  if (carries === 'json') return addressesIn(value);
  const urls = value.includes('url(') ? cssUrls(value) : [value.trim()];
  return urls
    .filter((url) => /[/.]/.test(url) && !/[\s{[].*[\s}\]]|^[{[#]/.test(fill(url)))
    .map((url) => ({ url, widthPx: guessedPx[carries], isMeasured: false, isSize: carries === 'original' }));
}

/** Addresses with their widths in JSON such as `{"https://…": [1500, 1000]}`. */
function addressesIn(json: string): Version[] {
  return [...json.matchAll(/"((?:https?:)?\\?\/[^"]+)"(?::\s*\[(\d+))?/g)].map(([, url = '', width]) => ({
    url: url.replace(/\\/g, ''),
    widthPx: Number(width ?? guessedPx.json),
    isMeasured: width !== undefined,
    isSize: width !== undefined,
  }));
}

/** Shopify's themes leave the width to a script: `…_{width}x.jpg`. */
function fill(url: string): string {
  return url.replace(/(?:%7B|\{)width(?:%7D|\})/i, '1024');
}
