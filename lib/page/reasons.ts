import type { HiddenReason } from './candidate.ts';

/** What addresses say about pictures that nobody wants to save; the first that fits is the reason. */
const tells: [HiddenReason, RegExp, 'any' | 'small'][] = [
  [
    'tracking',
    /doubleclick|\/(?:pixel|beacon|track(?:ing|er)?|analytics|impression)(?:[/?.]|$)|facebook\.com\/tr\b|scorecardresearch|quantserve|bat\.bing\.com/i,
    'any',
  ],
  ['ad', /googlesyndication|adservice|adnxs|amazon-adsystem|\/ads?\/|\/adserver|taboola|outbrain|criteo/i, 'any'],
  ['sprite', /(?:^|[-_/.])sprites?[-_/.\d]/i, 'any'],
  ['placeholder', /placeholder|spacer|\/blank\.|transparent\.|^data:image\/(?:svg|gif)/i, 'small'],
  ['icon', /[-_/.](?:icons?|logo|favicon|emojis?|badge|spinner|loader|flags?)[-_/.\d]|twemoji|\.ico(?:$|\?)/i, 'small'],
  ['avatar', /gravatar\.com|avatar|\/profile_images\/|[-_/]headshot/i, 'small'],
];

const smallPx = 250;

/** Why the picture at `url` is not offered at first, by its address; sizes are 0 when unknown. */
export function addressReason(url: string, widthPx: number, heightPx: number): HiddenReason | undefined {
  const address = url.slice(0, 999);
  if (widthPx && widthPx < 4 && heightPx < 4) return 'tracking';
  const isSmall = widthPx > 0 && widthPx * heightPx < smallPx * smallPx;
  return tells.find(([, pattern, when]) => (isSmall || when === 'any') && pattern.test(address))?.[0];
}
