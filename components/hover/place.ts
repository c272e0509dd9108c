/** A box on the screen, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const insetPx = 8;

/**
 * Where the button's top left corner goes: the picture's top corner on the side where a line starts, moved into view
 * when the picture's own is cut off. Undefined when too little of the picture is in view to carry it.
 */
export function cornerOf(
  picture: Box,
  view: { widthPx: number; heightPx: number },
  button: { widthPx: number; heightPx: number },
  isRtl: boolean,
): { leftPx: number; topPx: number } | undefined {
  const left = Math.max(picture.left, 0);
  const right = Math.min(picture.right, view.widthPx);
  const top = Math.max(picture.top, 0);
  const bottom = Math.min(picture.bottom, view.heightPx);
  if (right - left < button.widthPx + 2 * insetPx || bottom - top < button.heightPx + 2 * insetPx) return undefined;
  return { leftPx: isRtl ? right - insetPx - button.widthPx : left + insetPx, topPx: top + insetPx };
}
