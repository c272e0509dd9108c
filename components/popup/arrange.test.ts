import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { picture, pictures } from '../../tests/gallery/made-up.ts';
import { arrange, countReasons, keepOrder } from './arrange.ts';
import { emptyDraft } from './draft.ts';
import { isTooSoon } from './guard.ts';

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe('what is shown', () => {
  test('best first is the order of the collection, without the hidden ones', () => {
    expect(keys(arrange(pictures(5), emptyDraft))).toEqual(keys(pictures(5).slice(0, 5)));
  });

  test('hidden pictures that are wanted stand below the others', () => {
    const shown = arrange([picture(9, { hidden: 'icon' }), picture(1)], { ...emptyDraft, shownReasons: ['icon'] });
    expect(keys(shown)).toEqual(keys([picture(1), picture(9)]));
  });

  test('largest first and page order', () => {
    const list = [picture(0, { order: 2 }), picture(3, { order: 1 }), picture(4, { order: 3 })];
    expect(keys(arrange(list, { ...emptyDraft, sort: 'size' }))).toEqual(keys([picture(0), picture(4), picture(3)]));
    expect(keys(arrange(list, { ...emptyDraft, sort: 'page' }))).toEqual(keys([picture(3), picture(0), picture(4)]));
  });

  test.each(['cafe LISBON', 'photo-9'])('"%s" finds a picture by its words or its address', (filter) => {
    expect(keys(arrange(pictures(9), { ...emptyDraft, filter }))).toEqual([picture(8).key]);
  });

  test('reasons are counted, most first', () => {
    expect(countReasons(pictures(1)).slice(0, 2)).toEqual([
      ['too-small', 4],
      ['icon', 2],
    ]);
  });
});

test('nothing moves under the finger: later finds go below, wherever they rank', () => {
  const seen = [picture(3), picture(1)];
  expect(keys(keepOrder([picture(7), picture(1), picture(3), picture(2)], keys(seen)))).toEqual(
    keys([picture(3), picture(1), picture(7), picture(2)]),
  );
});

test('no later find changes the order of what is on screen, and none is lost', () => {
  const some = fc.uniqueArray(fc.nat(40)).map((indices) => indices.map((index) => picture(index)));
  fc.assert(
    fc.property(some, some, (before, later) => {
      const kept = keepOrder(later, keys(before));
      expect(new Set(keys(kept))).toEqual(new Set(keys(later)));
      const still = keys(before).filter((key) => keys(later).includes(key));
      expect(keys(kept).slice(0, still.length)).toEqual(still);
    }),
  );
});

test('Enter within 200 ms of a change of selection is too soon', () => {
  expect(isTooSoon(1000, 1199)).toBe(true);
  expect(isTooSoon(1000, 1200)).toBe(false);
});
