import { useEffect, useRef, useState } from 'preact/hooks';
import { arrange, keepOrder } from './arrange.ts';
import { settleMs } from './guard.ts';
import type { Draft, PopupPicture } from './model.ts';

interface Arranged {
  readonly shown: readonly PopupPicture[];
  /** The picture that counts as chosen while nobody chose. */
  readonly best: string | undefined;
  /** To be called at the first touch of a key or a pointer. */
  readonly settle: () => void;
}

/**
 * The pictures in the order shown. Nothing moves under the finger: order and best picture are settled by the first
 * input, or 300 ms after the first picture; later finds go below. Another sort or filter is the person's own wish.
 */
export function useArranged(pictures: readonly PopupPicture[], draft: Draft): Arranged {
  const [isSettled, setSettled] = useState(false);
  const kept = useRef<{ wish: string; keys: readonly string[]; best: string | undefined }>({
    wish: '',
    keys: [],
    best: undefined,
  });
  const hasPictures = pictures.length > 0;
  useEffect(() => {
    if (!hasPictures || isSettled) return;
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, [hasPictures, isSettled]);

  const wish = JSON.stringify([draft.sort, draft.filter, draft.shownReasons]);
  const arranged = arrange(pictures, draft);
  const isSameWish = kept.current.wish === wish;
  const shown = isSettled && isSameWish ? keepOrder(arranged, kept.current.keys) : arranged;
  const best = (isSettled && kept.current.best) || pictures.find((picture) => !picture.hidden)?.key;
  kept.current = { wish, keys: shown.map((picture) => picture.key), best };
  return { shown, best, settle: () => setSettled(true) };
}
