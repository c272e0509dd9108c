import { useMemo } from 'preact/hooks';
import { useWords } from '../ui/words.tsx';

/** Numbers and dates in the language of the words. */
export function useDates() {
  const language = useWords()('language');
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
    const utcDay = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    const shortDay = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
    return {
      day: (ms: number) => day.format(ms),
      time: (ms: number) => time.format(ms),
      clock: (ms: number) => clock.format(ms),
      /** A day of Pinterest's calendar, `YYYY-MM-DD` in UTC. */
      utcDay: (date: string) => utcDay.format(Date.parse(`${date}T00:00:00Z`)),
      shortDay: (atS: number) => shortDay.format(atS * 1000),
    };
  }, [language]);
}

export function useNumbers() {
  const language = useWords()('language');
  return useMemo(() => {
    const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
    const change = new Intl.NumberFormat(language, {
      style: 'percent',
      signDisplay: 'exceptZero',
      maximumFractionDigits: 0,
    });
    return {
      whole: (value: number) => whole.format(value),
      short: (value: number) => short.format(value),
      change: (share: number) => change.format(share),
    };
  }, [language]);
}
