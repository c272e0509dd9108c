import type { HiddenReason } from './candidate.ts';
import { closest } from './dom.ts';
import type { Picture } from './scan.ts';

const tracking =
  /doubleclick|\/(?:pixel|beacon|track(?:ing|er)?|analytics|collect|impression)\b|facebook\.com\/tr|[?&]noscript=1|scorecardresearch|quantserve|bat\.bing/i;
const ad = /googlesyndication|adservice|adnxs|amazon-adsystem|\/ads?[/.]|taboola|outbrain|criteo/i;
const avatar = /gravatar\.com|avatar|\/profile_images\/|[-_/]headshot/i;
const icon = /[-_/.](?:icons?|logo|favicon|emoji|badge|spinner|loader|flag)s?[-_/.\d]|twemoji|\.ico(?:$|\?)/i;
const sprite = /sprite/i;
const placeholder = /placeholder|spacer|\/blank\.|transparent|data:image\/(?:svg|gif)/i;

const adBox = '[id^="google_ads"],[class~="ad"],[class~="ads"],[class*="advert"],[id*="advert"],ins.adsbygoogle';
const avatarBox = '[class*="avatar"],[class*="author"],[class*="byline"],[class*="comment"]';
const chrome = 'nav,footer,[role=navigation],[class*="related"],[class*="sidebar"],aside,body>header';
const main = 'main,article,[role=main],[itemtype],[class*="gallery"],[class*="entry-content"]';

/** Why a picture is not offered at first, from its size and address alone. */
export function reasonOf({
  url,
  widthPx,
  heightPx,
  hidden,
  lead,
  source,
  isMadeForPins,
}: Picture): HiddenReason | undefined {
  if (hidden) return hidden;
  const address = url.length > 999 ? url.slice(0, 999) : url;
  if (widthPx && heightPx) {
    if (widthPx < 4 && heightPx < 4) return tracking.test(address) ? 'tracking' : 'placeholder';
    if (widthPx < 90 || heightPx < 90 || (widthPx < 120 && heightPx < 120)) {
      return avatar.test(address) ? 'avatar' : icon.test(address) ? 'icon' : 'too-small';
    }
    if (widthPx > 3 * heightPx) return 'too-wide';
  }
  if (lead >= 1 || isMadeForPins || source === 'canvas') return;
  if (tracking.test(address)) return 'tracking';
  if (ad.test(address)) return 'ad';
  if (sprite.test(address)) return 'sprite';
  if (widthPx * heightPx < 250 * 250) {
    if (placeholder.test(address)) return 'placeholder';
    if (icon.test(address)) return 'icon';
    if (avatar.test(address)) return 'avatar';
  }
}

/** The same, once the picture's place in the page is asked for too. */
export function reasonInPlace(picture: Picture): HiddenReason | undefined {
  const { element, widthPx, heightPx, lead, isMadeForPins } = picture;
  const reason = reasonOf(picture);
  if (reason || !element || lead >= 1 || isMadeForPins) return reason;
  if (closest(element, adBox)) return 'ad';
  if (widthPx && widthPx === heightPx && widthPx <= 200 && closest(element, avatarBox)) return 'avatar';
}

/** Pinterest's own measure: wide pictures count only as wide as they are high, very tall ones up to three widths. */
export function scoreOf({ widthPx, heightPx, lead, order, isMadeForPins, hidden, pinMedia, source }: Picture): number {
  const width = widthPx || 320;
  const height = heightPx || 320;
  const area = Math.min(width, height * 1.2, 1600) * Math.min(height, width * 3, 2400);
  const made = isMadeForPins ? 4 : pinMedia ? 2 : source === 'background' ? 0.5 : 1;
  return area * made + lead * 1e8 - order - (hidden ? 1e12 : 0);
}

/** How much the picture's place changes its score. */
export function placeFactor({ element }: Picture): number {
  if (!element) return 1;
  const { top, width } = element.getBoundingClientRect();
  const role = closest(element, chrome) ? 0.2 : closest(element, main) ? 1.5 : 1;
  const seen = width > 1 ? 1 : 0.4;
  return (role * seen) / (1 + Math.max(0, top + scrollY) / 5000);
}
