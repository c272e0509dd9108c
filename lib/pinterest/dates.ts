import type { Pinterest } from './client.ts';
import { InvalidValue } from './failure.ts';

const dayMs = 24 * 3600_000;
const mostDays = 90;

/** Days in UTC as `YYYY-MM-DD`, both included. */
export interface DateRange {
  startDate: string;
  endDate: string;
}

/**
 * Pinterest's rules for analytics, checked before a request is spent: real days in order, the first at most 90 days
 * before today, the last at most 90 days after the first and not in the future.
 * @throws InvalidValue
 */
export function checkDates(pinterest: Pinterest, { startDate, endDate }: DateRange) {
  const start = readDay('start_date', startDate);
  const end = readDay('end_date', endDate);
  const today = Math.floor(pinterest.serverClock.now() / dayMs);
  if (start < today - mostDays) throw new InvalidValue('start_date', 'over 90 days ago');
  if (end < start) throw new InvalidValue('end_date', 'before start_date');
  if (end > start + mostDays) throw new InvalidValue('end_date', 'over 90 days after start_date');
  if (end > today) throw new InvalidValue('end_date', 'in the future');
  return { start_date: startDate, end_date: endDate };
}

/** Days since 1970. */
function readDay(field: string, text: string): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 2026-02-30 parses as March in some engines.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text)
    throw new InvalidValue(field, 'no such day');
  return ms / dayMs;
}
