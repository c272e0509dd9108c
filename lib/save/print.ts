import type { Print, Wish } from './job.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A text as it is compared: HTML entities read, one form of each character, runs of white space as one space. */
export function normalise(text: string): string {
  return text
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, decimal, hex, name) => {
      if (name) return entities[name.toLowerCase()] ?? whole;
      const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** 53 bits of hash (cyrb53) of a normalised text, in base 36; empty for an empty text. */
export function hashText(text: string): string {
  const plain = normalise(text);
  if (plain === '') return '';
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < plain.length; i++) {
    const unit = plain.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** What is kept of a save to know its pin again. */
export function printOf(wish: Pick<Wish, 'picture' | 'title' | 'description' | 'link'>): Print {
  const { url, widthPx, heightPx, pinId, videoUrl } = wish.picture;
  return {
    link: hashText(wish.link ?? ''),
    title: hashText(wish.title),
    description: hashText(wish.description),
    // Pinterest lists a video by its cover, whose shape may be another.
    aspect: widthPx > 0 && heightPx > 0 && videoUrl === undefined ? widthPx / heightPx : 0,
    ...(pinId === undefined ? {} : { parentPinId: pinId }),
    ...(url === undefined ? {} : { picture: hashText(url) }),
  };
}
