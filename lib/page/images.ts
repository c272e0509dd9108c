import { absolute, isPictureFile } from './addresses.ts';
import { all, attribute, attributesOf, closest, type Root } from './dom.ts';
import type { Scan } from './scan.ts';

const blank =
  /^data:image\/(?:svg|gif|png;base64,.{0,400}$)|(?:placeholder|spacer|blank|transparent|lazy-?load|pixel)[^/]*$/i;
const refusing = ':is(img,a,div,figure,picture,source,span):is([nopin],[data-pin-nopin],[data-nopin])';
const madeForPins = '[class*="pinterest-image-hidden"],[class*="tasty-pins-hidden"],[class*="swp_hidden_pin"]';
const unseen = '[style*="display:none"],[style*="display: none"],[hidden]';
const delayed = /src|lazy|orig|imag|img|full|large|zoom|bg|media-file/;

/** Every `<img>` of `root`; its markup is read only where the page has not loaded a real picture. */
export function readImages(scan: Scan, root: Root) {
  const refused = new Set<Element | null>();
  for (const element of all(root, refusing)) {
    refused.add(element.localName === 'source' ? (element.parentElement?.querySelector('img') ?? null) : element);
    for (const img of element.getElementsByTagName('img')) refused.add(img);
  }
  let count = 0;
  for (const img of all<HTMLImageElement>(root, 'img')) {
    if (!(++count & 31) && scan.isLate()) return;
    readImage(scan, img, refused.has(img));
  }
  readNoscript(scan, root);
}

function readImage(scan: Scan, img: HTMLImageElement, isRefused: boolean) {
  const url = img.currentSrc || img.src;
  const { naturalWidth: widthPx, naturalHeight: heightPx } = img;
  const hidden = isRefused ? 'asked-not-to' : undefined;
  const sighting = { source: 'img', element: img, hidden } as const;
  const media = img.dataset['pinMedia'] && absolute(img.dataset['pinMedia'], scan.base);
  if (media && media !== url) {
    scan.add({ ...sighting, url: media, isPinMedia: true, isMadeForPins: !!closest(img, `${madeForPins},${unseen}`) });
  }
  if (widthPx < 200 || heightPx < 120) {
    const later = laterAddress(img, scan.base);
    if (later) {
      const isBlank = !url || blank.test(url.slice(0, 999)) || (widthPx && widthPx < 5);
      scan.add({ ...sighting, url: isBlank ? later : url, ...promisedSize(img) });
      return;
    }
  }
  if (url) scan.add({ ...sighting, url, widthPx, heightPx });
}

/** A picture that the element will show later, or links to: the one its attributes name first. */
export function laterAddress(element: Element, base: string): string {
  const { parentElement } = element;
  const near = parentElement?.localName === 'picture' ? [element, ...parentElement.children] : [element];
  for (const one of near) {
    for (const [name, value] of attributesOf(one)) {
      if (name === 'src' || !delayed.test(name) || !/[./]/.test(value)) continue;
      const [url = ''] = value.trim().split(/[\s"]+/, 1);
      if (/^[{[]/.test(url) || url.startsWith('data:')) continue;
      const address = absolute(url.replace(/,$/, ''), base);
      if (address) return address;
    }
  }
  const link = closest(element, 'a[href]');
  const href = link ? attribute(link, 'href') : '';
  return isPictureFile(href) ? absolute(href, base) : '';
}

function promisedSize(img: Element) {
  const [widthPx = 0, heightPx = 0] = ['width', 'height'].map((name) => Number.parseInt(attribute(img, name), 10) || 0);
  return { widthPx, heightPx };
}

/** Lazy images keep a copy for browsers without scripts; it is read where no script has loaded the picture. */
function readNoscript(scan: Scan, root: Root) {
  for (const { textContent: html } of all(root, 'noscript')) {
    if (!html?.includes('<img') || html.length > 50_000 || scan.isLate()) continue;
    for (const img of new DOMParser().parseFromString(html, 'text/html').images) {
      const own = absolute(attribute(img, 'src'), scan.base);
      const url = own.startsWith('http') ? own : laterAddress(img, scan.base);
      if (url) scan.add({ source: 'noscript', url, element: img, ...promisedSize(img) });
    }
  }
}
