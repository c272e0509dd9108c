import { fold } from '../ui/fold.ts';
import type { Draft, PopupPicture } from './model.ts';

type Wishes = Pick<Draft, 'sort' | 'filter' | 'shownReasons'>;

/** The pictures that the person wants to see, in the order they want. Hidden ones that are shown stand last. */
export function arrange(pictures: readonly PopupPicture[], { sort, filter, shownReasons }: Wishes): PopupPicture[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  const wanted = pictures.filter(
    (picture) => (!picture.hidden || shownReasons.includes(picture.hidden)) && holds(picture, words),
  );
  return wanted.sort((a, b) => Number(!!a.hidden) - Number(!!b.hidden) || compare(a, b, sort));
}

function compare(a: PopupPicture, b: PopupPicture, sort: Draft['sort']): number {
  if (sort === 'page') return a.order - b.order;
  if (sort === 'size') return b.widthPx * b.heightPx - a.widthPx * a.heightPx;
  return 0;
}

function holds(picture: PopupPicture, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = fold(`${picture.altText} ${picture.title} ${picture.url?.startsWith('http') ? picture.url : ''}`);
  return words.every((word) => text.includes(word));
}

/**
 * Keeps what is on screen where it is: pictures of `frozen` (keys) first, in that order, later finds below them.
 * Pictures that are gone leave no hole.
 */
export function keepOrder(pictures: readonly PopupPicture[], frozen: readonly string[]): PopupPicture[] {
  const byKey = new Map(pictures.map((picture) => [picture.key, picture]));
  const kept = frozen.flatMap((key) => byKey.get(key) ?? []);
  const known = new Set(frozen);
  return [...kept, ...pictures.filter((picture) => !known.has(picture.key))];
}

/** How many pictures hide for which reason, most first. */
export function countReasons(pictures: readonly PopupPicture[]) {
  const counts = new Map<NonNullable<PopupPicture['hidden']>, number>();
  for (const { hidden } of pictures) if (hidden) counts.set(hidden, (counts.get(hidden) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
