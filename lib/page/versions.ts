import { all, attribute, closest, type Root } from './dom.ts';
import { type Carries, lazyAttributes } from './lazy.ts';
import { parseSrcset } from './srcset.ts';

/** An address of a picture and how wide it is, as far as the markup tells (or a guess for "the large one"). */
export interface Version {
  url: string;
  widthPx: number;
}

/** Widths assumed of what the markup calls the original, and of what it puts off loading. */
const guessedPx = { original: 3000, linked: 2900, address: 999, background: 999, json: 1500 };

const picturePath = /\.(?:jpe?g|png|webp|avif|gif|bmp|tiff?|heic)(?:$|[?#&:!])/i;
const cssUrl = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")\s]*))\s*\)/gi;

/** The address made absolute; empty when it is none that a picture can have. */
export function absolute(url: string, base: string): string {
  if (/^https?:\/\/[^\s]+$/.test(url)) return url;
  try {
    const { href } = new URL(url, base);
    return /^(?:https?|blob):|^data:image\//.test(href) ? href : '';
  } catch {
    return '';
  }
}

/** Whether the address ends like a picture file. */
export function isPictureFile(url: string): boolean {
  return picturePath.test(url);
}

/** The addresses in a CSS value. */
export function cssUrls(css: string): string[] {
  return [...css.matchAll(cssUrl)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

function read(carries: Carries, value: string): Version[] {
  if (value.length > 99_999) return [];
  if (carries === 'srcset') {
    return parseSrcset(value).map(({ url, widthPx, density }) => ({ url, widthPx: widthPx ?? (density ?? 1) * 600 }));
  }
  if (carries === 'json') return addressesIn(value);
  const urls = carries === 'background' && value.includes('url(') ? cssUrls(value) : [value];
  return urls.map((url) => ({ url, widthPx: guessedPx[carries] }));
}

function addressesIn(json: string): Version[] {
  const found: Version[] = [];
  for (const [, url = '', width] of json.matchAll(/"((?:https?:)?\\?\/[^"]+|[\w~.-]+\.(?:jpe?g|png))"(?::\[(\d+))?/g)) {
    found.push({ url: url.replace(/\\/g, ''), widthPx: Number(width ?? guessedPx.json) });
  }
  return found;
}

/** The versions that an element's own attributes name, widest first. `data-widths` fills Shopify's `{width}`. */
export function ownVersions(element: Element, base: string): Version[] {
  const versions: Version[] = [];
  for (const name of Element.prototype.getAttributeNames.call(element)) {
    const carries = lazyAttributes.get(name);
    if (!carries) continue;
    for (const { url, widthPx } of read(carries, attribute(element, name))) {
      if (carries !== 'srcset' && !/[/.]/.test(url)) continue;
      const filled = url.replace(/(%7B|\{)width(%7D|\})/i, '1024');
      const address = absolute(filled, base);
      if (address.startsWith('http')) versions.push({ url: address, widthPx });
    }
  }
  return versions.sort((a, b) => b.widthPx - a.widthPx);
}

/** The versions of an `<img>`: its own, those of its `<picture>`, and the picture file that it links to. */
export function imageVersions(img: Element, base: string): Version[] {
  const versions = ownVersions(img, base);
  const parent = img.parentElement;
  if (parent?.localName === 'picture') {
    for (const source of parent.children) {
      if (source.localName === 'source') versions.push(...ownVersions(source, base));
    }
  }
  const link = closest(img, 'a[href]');
  if (link) {
    const url = absolute(attribute(link, 'href'), base);
    if (isPictureFile(url) && !/\/(?:File|wiki):?/.test(url)) versions.push({ url, widthPx: guessedPx.linked });
    versions.push(...ownVersions(link, base));
  }
  return versions.sort((a, b) => b.widthPx - a.widthPx);
}

/** The pictures in the `<noscript>` copies of lazy images, as `<img>` elements that load nothing. */
export function noscriptImages(root: Root): Element[] {
  const images: Element[] = [];
  for (const noscript of all(root, 'noscript')) {
    const html = noscript.textContent ?? '';
    if (html.length > 50_000 || !html.includes('<img')) continue;
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    for (const img of body.querySelectorAll('img')) images.push(img);
    if (images.length > 999) break;
  }
  return images;
}
