import type { HiddenReason } from './candidate.ts';
import { closest } from './dom.ts';
import type { Picture } from './scan.ts';

const adBox = '[id^=google_ads],.ad,.ads,[class*=advert],[id*=advert],.adsbygoogle';
const personBox = '[class*=avatar],[class*=author],[class*=byline],[class*=comment]';
/** On a picture or around it, whatever the value, the site asks not to pin it. */
export const refusing = '[nopin],[data-pin-nopin],[data-nopin]';
const aside = 'nav,footer,aside,body>header,[class*=related],[class*=sidebar]';
const main = 'main,article,[itemtype],[class*=gallery],[class*=entry-content]';

/** Pinterest's own limits. */
export function sizeReason(widthPx: number, heightPx: number): HiddenReason | undefined {
  if (!widthPx || !heightPx) return;
  if (widthPx < 90 || heightPx < 90 || (widthPx < 120 && heightPx < 120)) return 'too-small';
  if (widthPx > 3 * heightPx) return 'too-wide';
}

/** Pinterest's own measure: wide pictures count only as wide as they are high, very tall ones up to three widths. */
export function areaScore({ widthPx, heightPx, isMadeForPins, isPinMedia, source }: Picture): number {
  const width = Math.min(widthPx || 300, 1600);
  const height = Math.min(heightPx || 300, 2400);
  const made = isMadeForPins ? 6 : isPinMedia ? 4 : source === 'background' ? 0.5 : 1;
  return Math.min(width, height * 1.2) * Math.min(height, width * 3) * made;
}

/** Weighs the score by the picture's place in the page, and hides what is there for something else. */
export function place(picture: Picture) {
  const { element, widthPx, heightPx } = picture;
  if (picture.hidden || !element.isConnected) return;
  if (closest(element, refusing)) picture.hidden = 'asked-not-to';
  if (picture.isMadeForPins) return;
  if (closest(element, adBox)) picture.hidden = 'ad';
  else if (widthPx === heightPx && widthPx <= 200 && closest(element, personBox)) picture.hidden = 'avatar';
  const { top, width } = Element.prototype.getBoundingClientRect.call(element);
  const role = closest(element, aside) ? 0.2 : closest(element, main) ? 1.5 : 1;
  picture.score *= (role * (width > 1 ? 1 : 0.4)) / (1 + Math.max(0, top + scrollY) / 5000);
}
