/** Days in UTC as `YYYY-MM-DD`, both included. */
export interface Period {
  readonly startDate: string;
  readonly endDate: string;
}

/** Why Pinterest would refuse a period. */
export type PeriodProblem = 'noDay' | 'tooEarly' | 'reversed' | 'future';

const dayMs = 24 * 3600_000;
/** Pinterest's figures reach back this many days. */
const mostDays = 90;

/** The last `count` whole days; today is not over, so they end yesterday. */
export function lastDays(count: number, nowMs: number): Period {
  const today = dayOf(nowMs);
  return { startDate: written(today - count), endDate: written(today - 1) };
}

/** What is wrong with a period by Pinterest's rules, or undefined. https://developers.pinterest.com/docs/api/v5/pins-analytics */
export function problemOf({ startDate, endDate }: Period, nowMs: number): PeriodProblem | undefined {
  const [start, end, today] = [read(startDate), read(endDate), dayOf(nowMs)];
  if (start === undefined || end === undefined) return 'noDay';
  if (end > today) return 'future';
  if (end < start) return 'reversed';
  return start < today - mostDays ? 'tooEarly' : undefined;
}

/** As many days right before; undefined where Pinterest's figures do not reach back that far. */
export function periodBefore(period: Period, nowMs: number): Period | undefined {
  const [start, end] = [read(period.startDate), read(period.endDate)];
  if (start === undefined || end === undefined) return undefined;
  const before = { startDate: written(start - (end - start + 1)), endDate: written(start - 1) };
  return problemOf(before, nowMs) ? undefined : before;
}

/** First and last day that may be chosen now. */
export function reach(nowMs: number): Period {
  const today = dayOf(nowMs);
  return { startDate: written(today - mostDays), endDate: written(today) };
}

function dayOf(ms: number): number {
  return Math.floor(ms / dayMs);
}

function written(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function read(text: string): number | undefined {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Some engines read 2026-02-30 as a day in March.
  return Number.isNaN(ms) || written(ms / dayMs) !== text ? undefined : ms / dayMs;
}
