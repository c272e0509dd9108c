import { sizeReason } from './rank.ts';

const refusingPage = 'meta[name="pinterest" i],meta[property="pinterest" i]';
/** Pinterest's own button (pinit.js) says on its script that it hovers, and then on the body. */
const otherButton = 'body[data-pin-hover],script[data-pin-hover]';
const refusingPicture =
  '[nopin],[data-pin-nopin],[data-nopin],[nohover],[data-pin-no-hover],[data-pin-nohover],[data-pin-do="none"]';
const leastPx = 120;

/** Whether the page wants no button of ours over its pictures: it says so, or it has one. */
export function refusesHover(page: Document): boolean {
  const says = [...page.querySelectorAll<HTMLMetaElement>(refusingPage)];
  return says.some(({ content }) => /\bno(?:pin|hover)\b/i.test(content)) || page.querySelector(otherButton) !== null;
}

/** Whether a picture can be pinned as it is shown: large enough, of a shape that Pinterest takes, not refused. */
export function isHoverable(image: HTMLImageElement): boolean {
  const { naturalWidth, naturalHeight, currentSrc } = image;
  if (naturalWidth < leastPx || naturalHeight < leastPx || sizeReason(naturalWidth, naturalHeight)) return false;
  if (!/^(?:https?:|blob:|data:image\/(?!svg))/i.test(currentSrc) || image.closest(refusingPicture)) return false;
  const { width, height } = image.getBoundingClientRect();
  return width >= leastPx && height >= leastPx;
}

/**
 * The picture under a point: the one pointed at, or the first below the links and veils that sites lay over pictures.
 * A few layers down is far enough: what is deeper is not what a person points at.
 */
export function pictureAt(page: DocumentOrShadowRoot, xPx: number, yPx: number): HTMLImageElement | undefined {
  for (const element of page.elementsFromPoint(xPx, yPx).slice(0, 6)) {
    if (element instanceof HTMLImageElement) return element;
    if (element.shadowRoot && element.shadowRoot !== page) {
      const inside = pictureAt(element.shadowRoot, xPx, yPx);
      if (inside) return inside;
    }
  }
  return undefined;
}
