import fc from 'fast-check';
import { expect, test } from 'vitest';
import { between, type Frame, leastPx, middleOf, move, resize } from './cut-frame.ts';

const size = { widthPx: 1000, heightPx: 800 };

test('it begins as the middle half', () => {
  expect(middleOf(size)).toEqual({ xPx: 250, yPx: 200, widthPx: 500, heightPx: 400 });
});

test('it is drawn from any corner to the opposite one', () => {
  const drawn = { xPx: 100, yPx: 50, widthPx: 300, heightPx: 200 };
  expect(between({ xPx: 100, yPx: 50 }, { xPx: 400, yPx: 250 }, size)).toEqual(drawn);
  expect(between({ xPx: 400, yPx: 250 }, { xPx: 100, yPx: 50 }, size)).toEqual(drawn);
});

test('to move keeps its size, to resize its first corner', () => {
  const frame = { xPx: 100, yPx: 50, widthPx: 300, heightPx: 200 };
  expect(move(frame, 10, -20, size)).toEqual({ ...frame, xPx: 110, yPx: 30 });
  expect(resize(frame, 10, -20, size)).toEqual({ ...frame, widthPx: 310, heightPx: 180 });
  expect(resize(frame, 5000, 0, size)).toEqual({ ...frame, widthPx: 900 });
});

test('whatever is done, it stays inside and large enough', () => {
  const by = fc.integer({ min: -3000, max: 3000 });
  const step = fc.record({ act: fc.constantFrom(move, resize), x: by, y: by });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let frame: Frame = middleOf(size);
      for (const { act, x, y } of steps) frame = act(frame, x, y, size);
      expect(frame.xPx).toBeGreaterThanOrEqual(0);
      expect(frame.yPx).toBeGreaterThanOrEqual(0);
      expect(frame.xPx + frame.widthPx).toBeLessThanOrEqual(size.widthPx);
      expect(frame.yPx + frame.heightPx).toBeLessThanOrEqual(size.heightPx);
      expect(Math.min(frame.widthPx, frame.heightPx)).toBeGreaterThanOrEqual(leastPx);
    }),
  );
});
