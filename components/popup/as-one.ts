import { keepsItsText } from './draft.ts';
import type { Draft, PopupPicture } from './model.ts';

/** What Pinterest takes into one pin. */
const most = 5;
/** Sizes come in whole pixels: two of one shape may differ by so much. Pinterest does not say what it allows. */
const tolerance = 0.01;

type Sized = Pick<PopupPicture, 'widthPx' | 'heightPx'>;

/** So many pictures can be one pin. */
export function mayBeOne(pictures: readonly unknown[]): boolean {
  return pictures.length > 1 && pictures.length <= most;
}

/** Whether pictures have one shape, as far as it is known; Pinterest refuses a pin of others. */
export function sameShape(pictures: readonly Sized[]): boolean {
  const aspects = pictures.flatMap(({ widthPx, heightPx }) => (widthPx && heightPx ? widthPx / heightPx : []));
  return aspects.length === 0 || Math.max(...aspects) / Math.min(...aspects) <= 1 + tolerance;
}

/** Who is asked for the texts: each picture, or the first for the new pin that they become together. */
export function spokenFor(pictures: readonly PopupPicture[], draft: Draft, isOne: boolean): readonly PopupPicture[] {
  const [first] = pictures;
  if (!isOne || !first) return pictures;
  const { pinId: _, ...fresh } = first;
  return [keepsItsText(first, draft) ? fresh : first];
}
