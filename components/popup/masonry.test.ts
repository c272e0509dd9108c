import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destination, layOut, mountedTiles, neighbour } from './masonry.ts';

const options = { widthPx: 376, gapPx: 8, leastTilePx: 108 };
const size = fc.record({ widthPx: fc.nat(5000), heightPx: fc.nat(5000) });
const sizes = fc.array(size, { maxLength: 60 });

describe('the masonry', () => {
  test('three columns fill the popup', () => {
    const { tiles, columns } = layOut(
      Array.from({ length: 4 }, () => ({ widthPx: 100, heightPx: 100 })),
      options,
    );
    expect(columns).toBe(3);
    expect(tiles.map(({ startPx, topPx }) => [startPx, topPx])).toEqual([
      [0, 0],
      [128, 0],
      [256, 0],
      [0, 128],
    ]);
  });

  test('reads across: tops never decrease', () => {
    fc.assert(
      fc.property(sizes, (pictures) => {
        const tops = layOut(pictures, options).tiles.map(({ topPx }) => topPx);
        expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      }),
    );
  });

  test('does not jump while it fills: more pictures move no earlier tile', () => {
    fc.assert(
      fc.property(sizes, sizes, (before, more) => {
        const { tiles } = layOut([...before, ...more], options);
        expect(tiles.slice(0, before.length)).toEqual(layOut(before, options).tiles);
      }),
    );
  });

  test('no two tiles overlap, and none leaves the field', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 150, max: 1200 }), (pictures, widthPx) => {
        const { tiles, heightPx } = layOut(pictures, { ...options, widthPx });
        for (const [index, tile] of tiles.entries()) {
          expect(tile.startPx + tile.widthPx).toBeLessThanOrEqual(widthPx);
          expect(tile.topPx + tile.heightPx).toBeLessThanOrEqual(heightPx);
          const above = tiles.slice(0, index).findLast(({ column }) => column === tile.column);
          if (above) expect(tile.topPx).toBeGreaterThan(above.topPx + above.heightPx);
        }
      }),
    );
  });

  test('all tiles that touch a stretch are mounted, in order, and the active one wherever it is', () => {
    fc.assert(
      fc.property(sizes, fc.nat(59), fc.nat(4000), fc.nat(800), (pictures, active, fromPx, lengthPx) => {
        const { tiles } = layOut(pictures, options);
        if (active >= Math.max(1, tiles.length)) return;
        const mounted = mountedTiles(tiles, active, fromPx, fromPx + lengthPx);
        expect(mounted).toEqual([...new Set(mounted)].toSorted((a, b) => a - b));
        if (tiles.length > 0) expect(mounted).toContain(active);
        for (const [index, { topPx, heightPx }] of tiles.entries()) {
          if (topPx < fromPx + lengthPx && topPx + heightPx > fromPx) expect(mounted).toContain(index);
        }
      }),
    );
  });

  test('arrow keys turn round where the page reads from the right; Home and End lead to the ends', () => {
    const { tiles } = layOut(
      Array.from({ length: 5 }, () => ({ widthPx: 100, heightPx: 100 })),
      options,
    );
    const from = (key: string, isRtl = false) => destination(tiles, 1, key, isRtl);
    expect([from('ArrowRight'), from('ArrowLeft'), from('ArrowDown'), from('ArrowUp')]).toEqual([2, 0, 4, 1]);
    expect([from('ArrowRight', true), from('ArrowLeft', true)]).toEqual([0, 2]);
    expect([from('Home'), from('End'), from('x')]).toEqual([0, 4, undefined]);
  });

  test('up undoes down, and both stay in the column', () => {
    fc.assert(
      fc.property(sizes, fc.nat(59), (pictures, index) => {
        const { tiles } = layOut(pictures, options);
        const below = neighbour(tiles, index, 'down');
        if (index >= tiles.length || below === index) return;
        expect(tiles[below]?.column).toBe(tiles[index]?.column);
        expect(neighbour(tiles, below, 'up')).toBe(index);
      }),
    );
  });

  test('start and end lead one column on, and nowhere at the edge', () => {
    fc.assert(
      fc.property(sizes, fc.nat(59), (pictures, index) => {
        const { tiles } = layOut(pictures, options);
        const from = tiles[index];
        if (!from) return;
        const beside = tiles[neighbour(tiles, index, 'end')];
        const hasNext = tiles.some(({ column }) => column === from.column + 1);
        expect(beside?.column).toBe(hasNext ? from.column + 1 : from.column);
      }),
    );
  });
});
