import * as z from 'zod/mini';
import { hashText } from '../random.ts';
import type { World } from '../world.ts';
import { Refusal } from './refusal.ts';

const DAY_MS = 86_400_000;
const IsoDay = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/** The date range that every analytics operation takes. */
export const Range = { start_date: IsoDay, end_date: IsoDay };
export const AppTypes = z.optional(z.enum(['ALL', 'MOBILE', 'TABLET', 'WEB']));

/** The days of a range, after Pinterest's two rules of 90 days. */
export function daysOf(world: World, range: { start_date: string; end_date: string }): string[] {
  const [startMs, endMs] = [Date.parse(range.start_date), Date.parse(range.end_date)];
  if (Number.isNaN(startMs) || Number.isNaN(endMs)) throw new Refusal(400, 1, 'Invalid date.');
  const todayMs = Math.floor(world.clock.now() / DAY_MS) * DAY_MS;
  if (todayMs - startMs > 90 * DAY_MS)
    throw new Refusal(400, 1, 'start_date cannot be more than 90 days back from today');
  if (endMs - startMs > 90 * DAY_MS) throw new Refusal(400, 1, 'end_date cannot be more than 90 days past start_date');
  if (endMs < startMs) throw new Refusal(400, 1, 'end_date cannot be before start_date');
  if (endMs > todayMs) throw new Refusal(400, 1, 'end_date cannot be in the future');
  const count = Math.round((endMs - startMs) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, index) => new Date(startMs + index * DAY_MS).toISOString().slice(0, 10));
}

/** Numbers that look like a small account's, the same every time. */
export function dailyMetrics(subject: string, days: readonly string[], metrics: readonly string[]) {
  return days.map((date) => ({
    date,
    data_status: 'READY',
    metrics: Object.fromEntries(metrics.map((metric) => [metric, measure(subject, date, metric)])),
  }));
}

/** Sums of counts, means of rates, over the days. */
export function summaryMetrics(
  subject: string,
  days: readonly string[],
  metrics: readonly string[],
): Record<string, number> {
  return Object.fromEntries(
    metrics.map((metric) => {
      const sum = days.reduce((total, date) => total + measure(subject, date, metric), 0);
      return [metric, metric.endsWith('RATE') ? sum / days.length : sum];
    }),
  );
}

function measure(subject: string, date: string, metric: string): number {
  const hash = hashText(`${subject} ${date} ${metric}`);
  if (metric.endsWith('RATE')) return (hash % 1000) / 10_000;
  return metric === 'IMPRESSION' ? hash % 400 : hash % 25;
}
