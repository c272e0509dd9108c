import { isHoverable, pictureAt, refusesHover } from '../../lib/page/hoverable.ts';
import type { HoverButton } from './button.ts';

/** The pointer has to rest this long: crossing a page of pictures costs nothing. */
const restMs = 60;

/**
 * Shows the button over the picture that the pointer rests on, and takes it away when the pointer, the page or the
 * window moves on. One listener on the page while nothing is shown; no observer, and no list of pictures.
 *
 * @returns the function that ends it
 */
export function watchPictures(page: Document, button: HoverButton): () => void {
  const ending = new AbortController();
  let shownFor: HTMLImageElement | undefined;
  let shown = new AbortController();
  let resting: ReturnType<typeof setTimeout> | undefined;
  let pointer = { xPx: 0, yPx: 0 };

  const hide = () => {
    shown.abort();
    shownFor = undefined;
    button.hide();
  };

  const show = (image: HTMLImageElement) => {
    if (!button.show(image)) return;
    shownFor = image;
    shown = new AbortController();
    const options = { capture: true, passive: true, signal: shown.signal };
    for (const type of ['scroll', 'wheel', 'resize', 'blur']) window.addEventListener(type, hide, options);
    page.documentElement.addEventListener('pointerleave', hide, { signal: shown.signal });
    page.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), options);
  };

  const rest = () => {
    resting = undefined;
    const image = pictureAt(page, pointer.xPx, pointer.yPx);
    if (image === shownFor) return;
    if (shownFor) hide();
    if (image && isHoverable(image) && !refusesHover(page)) show(image);
  };

  page.addEventListener(
    'pointerover',
    (event) => {
      if (!event.isTrusted || event.pointerType !== 'mouse') return;
      clearTimeout(resting);
      resting = undefined;
      if (button.isAt(event)) return;
      pointer = { xPx: event.clientX, yPx: event.clientY };
      resting = setTimeout(rest, restMs);
    },
    { capture: true, passive: true, signal: ending.signal },
  );

  return () => {
    ending.abort();
    clearTimeout(resting);
    hide();
  };
}
