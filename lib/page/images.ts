import { absolute, isPictureFile } from './addresses.ts';
import type { CandidateSource } from './candidate.ts';
import { attribute, attributesOf, closest } from './dom.ts';
import { refusing } from './rank.ts';
import type { Scan } from './scan.ts';
import type { Part } from './walk.ts';

const blank = /^data:image\/(?:svg|gif|png;base64,.{0,400}$)|(?:placeholder|spacer|blank|transparent)[^/]*$/i;
const delayed = /src|lazy|orig|imag|img|full|zoom|bg|file/;

/** Every `<img>`; its markup is read only where the page has not loaded a real picture. */
export function readImages(scan: Scan, { named }: Part) {
  let count = 0;
  for (const img of named('img')) {
    if (!(++count & 31) && scan.isLate(0.7)) break;
    readImage(scan, img as HTMLImageElement);
  }
  readNoscript(scan, named('noscript'));
}

function readImage(scan: Scan, img: HTMLImageElement, source: CandidateSource = 'img') {
  const url = img.currentSrc || img.src;
  const { naturalWidth: widthPx, naturalHeight: heightPx } = img;
  const sighting = { source, element: img, hidden: img.matches(refusing) ? 'asked-not-to' : undefined } as const;
  const media = img.getAttribute('data-pin-media');
  const pinned = media && absolute(media, scan.base);
  if (pinned && pinned !== url) {
    // What the page shows to nobody but names for Pinterest was made for Pinterest.
    scan.add({ ...sighting, url: pinned, isPinMedia: true, isMadeForPins: !img.checkVisibility() });
  }
  const size = { widthPx, heightPx };
  const isBlank = !url || blank.test(url.slice(0, 999)) || widthPx === 1;
  if (isBlank || widthPx < 120 || heightPx < 120) {
    const later = laterAddress(img, scan.base);
    if (later) {
      scan.add({
        ...sighting,
        ...(isBlank ? { url: later, ...promisedSize(img) } : { url, ...size }),
        isPromised: true,
      });
      return;
    }
  }
  if (url) scan.add({ ...sighting, url, ...size });
}

/** A picture that the element will show later, or links to: the one its attributes name first. */
export function laterAddress(element: Element, base: string): string {
  const { parentElement } = element;
  const near = parentElement?.localName === 'picture' ? [element, ...parentElement.children] : [element];
  for (const one of near) {
    for (const [name, value] of attributesOf(one, delayed)) {
      if (name === 'src' || !/[./]/.test(value.slice(0, 999))) continue;
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
  const [widthPx = 0, heightPx = 0] = ['width', 'height'].map((name) => Math.round(Number(attribute(img, name))) || 0);
  return { widthPx, heightPx };
}

/** Lazy images keep a copy for browsers without scripts; it is read where no script has loaded the picture. */
function readNoscript(scan: Scan, elements: Element[]) {
  for (const { textContent: html } of elements) {
    if (!html?.includes('<img') || html.length > 50_000 || scan.isLate(0.7)) continue;
    for (const img of new DOMParser().parseFromString(html, 'text/html').images) readImage(scan, img, 'noscript');
  }
}
