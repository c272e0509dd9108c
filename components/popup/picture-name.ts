import type { PopupPicture } from './model.ts';

/** "1200 × 1600", or nothing when the size is unknown. */
export function sizeOf({ widthPx, heightPx }: Pick<PopupPicture, 'widthPx' | 'heightPx'>): string {
  return widthPx > 0 && heightPx > 0 ? `${widthPx} × ${heightPx}` : '';
}

/** What a picture is called: its alt text, else its file's name; undefined when it has neither. */
export function nameOf({ altText, url }: Pick<PopupPicture, 'altText' | 'url'>): string | undefined {
  return altText || fileName(url);
}

function fileName(url: string | undefined): string | undefined {
  if (!url?.startsWith('http')) return undefined;
  const last = URL.parse(url)?.pathname.split('/').at(-1);
  if (!last) return undefined;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Pinterest's own window takes only pictures that have a public address of their own. */
export function hasAddress({ url, isOutOfReach }: Pick<PopupPicture, 'url' | 'isOutOfReach'>): boolean {
  return url !== undefined && /^https?:/i.test(url) && !isOutOfReach;
}
