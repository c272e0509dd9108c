import { expect, test } from 'vitest';
import type { Figures } from '../messages/library-views.ts';
import { seriesOf } from './chart-data.ts';

const figures = (days: [string, number | null, boolean?][], totals: Figures['totals'] = {}): Figures => ({
  days: days.map(([date, value, isReady = true]) => ({ date, isReady, values: { SAVE: value } })),
  totals,
  lifetime: {},
});

test('days come in order, with what is missing as null and what is not ready marked', () => {
  const [series] = seriesOf(
    figures([
      ['2026-03-02', 4],
      ['2026-03-01', null],
      ['2026-03-03', 1, false],
    ]),
    undefined,
  );
  expect(series?.points.map(({ date, value, isReady }) => [date, value, isReady])).toEqual([
    ['2026-03-01', null, true],
    ['2026-03-02', 4, true],
    ['2026-03-03', 1, false],
  ]);
  expect(series?.points[0]?.atS).toBe(Date.UTC(2026, 2, 1) / 1000);
});

test("Pinterest's own sum counts; without one the days are summed", () => {
  expect(seriesOf(figures([['2026-03-01', 4]], { SAVE: 9 }), undefined)[0]?.total).toBe(9);
  expect(
    seriesOf(
      figures([
        ['2026-03-01', 4],
        ['2026-03-02', 5],
      ]),
      undefined,
    )[0]?.total,
  ).toBe(9);
});

test('a figure that Pinterest gives in its sum only has a series of its own all the same', () => {
  const [series] = seriesOf({ days: [], totals: { IMPRESSION: 12 }, lifetime: {} }, undefined);
  expect(series).toMatchObject({ metric: 'IMPRESSION', total: 12, points: [] });
});

test('a metric without any figure has no series', () => {
  expect(seriesOf(figures([['2026-03-01', null]]), undefined)).toEqual([]);
});

test.each([
  [12, 10, 0.2],
  [5, 10, -0.5],
  [0, 10, -1],
  [3, 0, undefined],
  [3, null, undefined],
])('%s after %s is a change of %s', (total, totalBefore, change) => {
  const [series] = seriesOf(
    figures([['2026-03-02', total]], { SAVE: total }),
    figures([['2026-03-01', totalBefore]], { SAVE: totalBefore }),
  );
  expect(series?.change).toBe(change);
});
