import { absolute, isPictureFile } from './addresses.ts';
import type { CandidateSource } from './candidate.ts';
import { all, attribute, attributesOf, closest } from './dom.ts';
import { refusing } from './rank.ts';
import type { Scan } from './scan.ts';
import { named, type Tree } from './walk.ts';

const blank = /^data:image\/(?:svg|gif|png;base64,.{0,400}$)|(?:placeholder|spacer|blank|transparent)[^/]*$/i;
const firstAddress = /^\s*(?!data:|[{[])([^\s"./]*[./][^\s"]*?),?(?:[\s"]|$)/;
const delayed = /src|lazy|orig|imag|img|full|zoom|bg|file/;

/** Every `<img>`; its markup is read only where the page has not loaded a real picture. */
export function readImages(scan: Scan, tree: Tree) {
  const telling = new Set<Element>(tree.telling);
  let count = 0;
  // An array at once: to step through the browser's own list takes several times as long.
  for (const img of [...all<HTMLImageElement>(tree.root, 'img')]) {
    if (!(++count & 31) && scan.isLate(0.7)) break;
    readImage(scan, img, 'img', telling.has(img));
  }
  readNoscript(scan, tree);
}

function readImage(scan: Scan, img: HTMLImageElement, source: CandidateSource, isTelling: boolean) {
  const url = img.currentSrc || img.src;
  const { naturalWidth, naturalHeight } = img;
  const more = isTelling ? readMarks(scan, img, source, url) : undefined;
  const isBlank = !url || naturalWidth === 1 || blank.test(url.length > 999 ? url.slice(0, 999) : url);
  const later = isBlank || naturalWidth < 120 || naturalHeight < 120 ? laterAddress(img, scan.base) : '';
  if (later && isBlank) scan.add(source, later, img, promised(img, 'width'), promised(img, 'height'), more, true);
  else if (url) scan.add(source, url, img, naturalWidth, naturalHeight, more, !!later);
}

/** What the site says to Pinterest about one picture. */
function readMarks(scan: Scan, img: HTMLImageElement, source: CandidateSource, url: string) {
  const marks = {
    hidden: img.matches(refusing) ? ('asked-not-to' as const) : undefined,
    isOnly: img.hasAttribute('data-pin-me-only'),
  };
  const pinned = absolute(attribute(img, 'data-pin-media') || url, scan.base);
  // What the page shows to nobody but names for Pinterest was made for Pinterest.
  const isMadeForPins = pinned !== url && !img.checkVisibility();
  if (pinned && pinned !== url) scan.add(source, pinned, img, 0, 0, { ...marks, isPinMedia: true, isMadeForPins });
  return marks;
}

/** A picture that the element will show later, or links to: the one its attributes name first. */
export function laterAddress(element: Element, base: string): string {
  // The commonest name first: to list an element's attributes takes longer than all the rest.
  const address = addressIn(attribute(element, 'data-src'), base);
  if (address) return address;
  for (const one of withSources(element)) {
    for (const [name, value] of attributesOf(one, delayed)) {
      const address = name === 'src' ? '' : addressIn(value, base);
      if (address) return address;
    }
  }
  const link = closest(element, 'a[href]');
  const href = link ? attribute(link, 'href') : '';
  return isPictureFile(href) ? absolute(href, base) : '';
}

/** The element and, in a `<picture>`, its sources. */
export function withSources(element: Element): Element[] {
  const { parentElement } = element;
  return parentElement?.localName === 'picture' ? [element, ...parentElement.children] : [element];
}

/** The first address in an attribute that may as well hold JSON, several addresses, or a word. */
function addressIn(value: string, base: string): string {
  const url = firstAddress.exec(value)?.[1];
  return url ? absolute(url, base) : '';
}

function promised(img: Element, name: 'width' | 'height'): number {
  return Math.round(Number(attribute(img, name))) || 0;
}

/** Lazy images keep a copy for browsers without scripts; it is read where no script has loaded the picture. */
function readNoscript(scan: Scan, tree: Tree) {
  for (const { textContent: html } of named(tree, 'noscript')) {
    if (!html?.includes('<img') || html.length > 50_000 || scan.isLate(0.7)) continue;
    for (const img of new DOMParser().parseFromString(html, 'text/html').images) {
      readImage(scan, img, 'noscript', true);
    }
  }
}
