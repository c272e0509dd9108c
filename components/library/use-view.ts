import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The part of an element that is in the window, in pixels from its top. */
export interface View {
  readonly topPx: number;
  readonly heightPx: number;
  readonly widthPx: number;
}

/** How coarsely scrolling is followed. */
const stepPx = 100;
/** How far beyond the window's edges things are mounted. */
export const marginPx = 500;

/** Follows which part of a long element the window shows while the page scrolls. */
export function useView(element: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState<View>({ topPx: 0, heightPx: 900, widthPx: 960 });
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      const { top, width } = current.getBoundingClientRect();
      const topPx = Math.floor(-top / stepPx) * stepPx;
      const heightPx = window.innerHeight + stepPx;
      setView((before) =>
        before.topPx === topPx && before.widthPx === width && before.heightPx === heightPx
          ? before
          : { topPx, heightPx, widthPx: width },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [element]);
  return view;
}
