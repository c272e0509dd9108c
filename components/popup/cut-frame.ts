/** A rectangle in pixels of the picture that it lies on. */
export interface Frame {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

type Size = { readonly widthPx: number; readonly heightPx: number };
type Point = { readonly xPx: number; readonly yPx: number };

/** Shorter sides make no picture worth a pin; hidden pictures of a page start there, too. */
export const leastPx = 120;

/** The middle half of a picture: what a frame is before anybody has drawn one. */
export function middleOf({ widthPx, heightPx }: Size): Frame {
  return within(
    { xPx: widthPx / 4, yPx: heightPx / 4, widthPx: widthPx / 2, heightPx: heightPx / 2 },
    { widthPx, heightPx },
  );
}

/** The frame between two points, as a pointer draws it, in either direction. */
export function between(one: Point, other: Point, size: Size): Frame {
  const frame = {
    xPx: Math.min(one.xPx, other.xPx),
    yPx: Math.min(one.yPx, other.yPx),
    widthPx: Math.abs(one.xPx - other.xPx),
    heightPx: Math.abs(one.yPx - other.yPx),
  };
  return within(frame, size);
}

export function move(frame: Frame, byX: number, byY: number, size: Size): Frame {
  return within({ ...frame, xPx: frame.xPx + byX, yPx: frame.yPx + byY }, size);
}

/** Moves the corner at the end; the one at the start stays. */
export function resize(frame: Frame, byX: number, byY: number, size: Size): Frame {
  const widthPx = Math.min(frame.widthPx + byX, size.widthPx - frame.xPx);
  const heightPx = Math.min(frame.heightPx + byY, size.heightPx - frame.yPx);
  return within({ ...frame, widthPx, heightPx }, size);
}

/** The frame in whole pixels, inside the picture and no smaller than may be. */
function within({ xPx, yPx, widthPx, heightPx }: Frame, size: Size): Frame {
  const width = Math.round(Math.min(size.widthPx, Math.max(leastPx, widthPx)));
  const height = Math.round(Math.min(size.heightPx, Math.max(leastPx, heightPx)));
  return {
    xPx: Math.round(Math.min(size.widthPx - width, Math.max(0, xPx))),
    yPx: Math.round(Math.min(size.heightPx - height, Math.max(0, yPx))),
    widthPx: width,
    heightPx: height,
  };
}
