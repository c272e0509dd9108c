import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, cornerOf } from './place.ts';

const view = { widthPx: 1000, heightPx: 800 };
const button = { widthPx: 44, heightPx: 44 };
const box = (left: number, top: number, widthPx: number, heightPx: number): Box => ({
  left,
  top,
  right: left + widthPx,
  bottom: top + heightPx,
});

test("the button stands in the picture's top corner, where a line starts", () => {
  expect(cornerOf(box(100, 50, 300, 400), view, button, false)).toEqual({ leftPx: 108, topPx: 58 });
  expect(cornerOf(box(100, 50, 300, 400), view, button, true)).toEqual({ leftPx: 348, topPx: 58 });
});

test('of a picture that begins above the window it stands in the part that is seen', () => {
  expect(cornerOf(box(-50, -300, 300, 400), view, button, false)).toEqual({ leftPx: 8, topPx: 8 });
});

test('a picture of which a strip is left carries none', () => {
  expect(cornerOf(box(100, -380, 300, 400), view, button, false)).toBeUndefined();
});

test('it never stands outside the picture or the window', () => {
  const size = fc.integer({ min: -500, max: 1500 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 3000 }),
      fc.boolean(),
      (left, top, widthPx, heightPx, isRtl) => {
        const picture = box(left, top, widthPx, heightPx);
        const corner = cornerOf(picture, view, button, isRtl);
        if (!corner) return;
        expect(corner.leftPx).toBeGreaterThanOrEqual(Math.max(0, picture.left));
        expect(corner.topPx).toBeGreaterThanOrEqual(Math.max(0, picture.top));
        expect(corner.leftPx + 44).toBeLessThanOrEqual(Math.min(view.widthPx, picture.right));
        expect(corner.topPx + 44).toBeLessThanOrEqual(Math.min(view.heightPx, picture.bottom));
      },
    ),
  );
});
