import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastDays, periodBefore, problemOf, reach } from './period.ts';

const nowMs = Date.parse('2026-03-10T15:00:00Z');

test.each([
  [7, '2026-03-03', '2026-03-09'],
  [30, '2026-02-08', '2026-03-09'],
  [90, '2025-12-10', '2026-03-09'],
])('the last %i days end yesterday, which is over', (count, startDate, endDate) => {
  expect(lastDays(count, nowMs)).toEqual({ startDate, endDate });
  expect(problemOf(lastDays(count, nowMs), nowMs)).toBeUndefined();
});

test.each([
  ['2026-03-01', '2026-03-10', undefined],
  ['2026-03-10', '2026-03-10', undefined],
  ['2025-12-10', '2026-03-10', undefined],
  ['2025-12-09', '2026-03-10', 'tooEarly'],
  ['2026-03-09', '2026-03-08', 'reversed'],
  ['2026-03-01', '2026-03-11', 'future'],
  ['2026-02-30', '2026-03-10', 'noDay'],
  ['', '2026-03-10', 'noDay'],
  ['2026-03-01', '10.3.2026', 'noDay'],
])('%s to %s: %s', (startDate, endDate, problem) => {
  expect(problemOf({ startDate, endDate }, nowMs)).toBe(problem);
});

test('the period before is as long and ends where this one starts', () => {
  expect(periodBefore(lastDays(7, nowMs), nowMs)).toEqual({ startDate: '2026-02-24', endDate: '2026-03-02' });
  expect(periodBefore(lastDays(30, nowMs), nowMs)).toEqual({ startDate: '2026-01-09', endDate: '2026-02-07' });
});

test('there is no period before ninety days, because Pinterest keeps no more', () => {
  expect(periodBefore(lastDays(90, nowMs), nowMs)).toBeUndefined();
});

test('any two days within reach, in order, are taken', () => {
  const day = fc.integer({ min: 0, max: 90 });
  fc.assert(
    fc.property(day, day, (a, b) => {
      const back = (days: number) => new Date(nowMs - days * 86_400_000).toISOString().slice(0, 10);
      const period = { startDate: back(Math.max(a, b)), endDate: back(Math.min(a, b)) };
      expect(problemOf(period, nowMs)).toBeUndefined();
      expect(period.startDate >= reach(nowMs).startDate && period.endDate <= reach(nowMs).endDate).toBe(true);
    }),
  );
});
