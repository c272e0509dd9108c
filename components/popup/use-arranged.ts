import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
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
  const kept = useRef<Kept>({ keys: [], best: undefined });
  const hasPictures = pictures.length > 0;
  useEffect(() => {
    if (!hasPictures || isSettled) return;
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, [hasPictures, isSettled]);

  const { sort, filter, shownReasons } = draft;
  return useMemo(() => {
    const arranged = arrange(pictures, { sort, filter, shownReasons });
    const wish = JSON.stringify([sort, filter, shownReasons]);
    const shown = isSettled && kept.current.wish === wish ? keepOrder(arranged, kept.current.keys) : arranged;
    const best = (isSettled && kept.current.best) || pictures.find((picture) => !picture.hidden)?.key;
    kept.current = { wish, best, keys: shown.map((picture) => picture.key) };
    return { shown, best, settle: () => setSettled(true) };
  }, [pictures, sort, filter, shownReasons, isSettled]);
}

/** What stood on screen last, and for which sort and filter. */
interface Kept {
  readonly wish?: string;
  readonly keys: readonly string[];
  readonly best: string | undefined;
}
