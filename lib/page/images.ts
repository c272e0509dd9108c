import type { HiddenReason } from './candidate.ts';
import { all, attribute, closest, type Root } from './dom.ts';
import type { Scan } from './scan.ts';
import { absolute, imageVersions, noscriptImages, type Version } from './versions.ts';

const blank =
  /^data:image\/(?:svg|gif|png;base64,.{0,400}$)|(?:placeholder|spacer|blank|transparent|lazy-?load|pixel)\b[^/]*$/i;
const refusing = '[nopin],[data-pin-nopin],[data-nopin]';
const madeForPins = '[class*="pinterest-image-hidden"],[class*="tasty-pins-hidden"],[class*="swp_hidden_pin"]';

/** Every `<img>` of `root`; the markup is read whole only where the page has not loaded a real picture. */
export function readImages(scan: Scan, root: Root) {
  const refused = new Set<Element>();
  for (const element of all(root, refusing)) {
    if (element.localName === 'img') refused.add(element);
    else if (/^(?:a|div|figure|picture|span|section)$/.test(element.localName)) {
      for (const img of element.getElementsByTagName('img')) refused.add(img);
    }
  }
  let count = 0;
  for (const img of all<HTMLImageElement>(root, 'img')) {
    if (!(++count & 31) && scan.isLate()) return;
    readImage(scan, img, refused.has(img) ? 'asked-not-to' : undefined);
  }
  for (const img of noscriptImages(root)) readMarkup(scan, img);
}

function readImage(scan: Scan, img: HTMLImageElement, hidden: HiddenReason | undefined) {
  const url = img.currentSrc || img.src;
  const { naturalWidth: widthPx, naturalHeight: heightPx } = img;
  const pinMedia = img.dataset['pinMedia'];
  if (pinMedia) proposeMedia(scan, img, pinMedia, url, hidden);
  if (widthPx >= 200 && heightPx >= 120) {
    scan.add({ source: 'img', url, element: img, widthPx, heightPx, hidden });
    return;
  }
  const versions = imageVersions(img, scan.base);
  const [best] = versions;
  if (best && (!url || blank.test(url.slice(0, 999)) || (widthPx && widthPx < 5))) {
    const height = heightOf(img, best, widthPx, heightPx);
    scan.add({ source: 'img', url: best.url, element: img, ...height, versions, hidden });
  } else if (url) {
    scan.add({ source: 'img', url, element: img, widthPx, heightPx, versions, hidden });
  }
}

/** What Pinterest would pin in place of the picture shown; its own entry unless it is just another size. */
function proposeMedia(scan: Scan, img: Element, media: string, shown: string, hidden: HiddenReason | undefined) {
  const url = absolute(media, scan.base);
  if (!url.startsWith('http') || url === shown) return;
  const isMadeForPins =
    !!closest(img, madeForPins) || closest(img, '[style*="display:none"],[style*="display: none"]') !== null;
  scan.add({ source: 'img', url, element: img, pinMedia: url, isMadeForPins, lead: isMadeForPins ? 3 : 0, hidden });
}

/** The size that the markup promises for `best`. */
function heightOf(img: Element, best: Version, naturalWidth: number, naturalHeight: number) {
  const width = Number.parseInt(attribute(img, 'width'), 10) || (naturalWidth > 5 ? naturalWidth : 0);
  const height = Number.parseInt(attribute(img, 'height'), 10) || (naturalHeight > 5 ? naturalHeight : 0);
  const isGuess = best.widthPx % 100 === 99 || best.widthPx % 600 === 0 || best.widthPx >= 2900;
  const widthPx = isGuess ? width : best.widthPx;
  return { widthPx, heightPx: width && height ? Math.round((widthPx * height) / width) : 0 };
}

function readMarkup(scan: Scan, img: Element) {
  const url = absolute(attribute(img, 'src'), scan.base);
  const versions = imageVersions(img, scan.base);
  const best = versions[0] ?? { url, widthPx: 0 };
  const shown = url && !url.startsWith('data:') ? url : best.url;
  const texts = { alt: attribute(img, 'alt') };
  scan.add({ source: 'noscript', url: shown, versions, texts, ...heightOf(img, best, 0, 0) });
}
