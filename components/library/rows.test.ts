import { expect, test } from 'vitest';
import { rowsOf } from './rows.ts';

const rows = rowsOf(2000, { widthPx: 1000, gapPx: 10, leastTilePx: 190, heightOf: (tilePx) => tilePx });

test('as many tiles stand in a row as fit, and they fill its width', () => {
  expect([rows.columns, rows.tilePx, rows.heightPx]).toEqual([5, 192, 400 * 202 - 10]);
});

test('of two thousand tiles only the rows that are seen are mounted', () => {
  expect(rows.between(0, 400)).toEqual([0, 10]);
  expect(rows.between(2020, 2420)).toEqual([50, 60]);
  expect(rows.between(-500, -100)).toEqual([0, 0]);
  expect(rows.between(80_000, 90_000)).toEqual([1980, 2000]);
});

test('a tile stands in its row and column', () => expect(rows.place(7)).toEqual({ topPx: 202, startPx: 404 }));

test('a narrow window still has one column', () => {
  expect(rowsOf(3, { widthPx: 100, gapPx: 10, leastTilePx: 190, heightOf: () => 50 }).columns).toBe(1);
});
