import type { Figures } from '../messages/library-views.ts';

/** One metric over the days of a period. */
export interface Series {
  readonly metric: string;
  readonly points: readonly Point[];
  /** Over the whole period, as Pinterest sums it up; null when it has no figure. */
  readonly total: number | null;
  /** The same for the period before; undefined when there is none to compare with. */
  readonly totalBefore?: number | null;
  /** Change against the period before as a share (0.25 is a quarter more); absent when nothing can be said. */
  readonly change?: number;
}

export interface Point {
  /** UTC, `YYYY-MM-DD`. */
  readonly date: string;
  /** Seconds since 1970, as the chart wants them. */
  readonly atS: number;
  readonly value: number | null;
  readonly isReady: boolean;
}

/** Metrics in the order in which they are shown. */
export const metricOrder = [
  'IMPRESSION',
  'ENGAGEMENT',
  'SAVE',
  'PIN_CLICK',
  'OUTBOUND_CLICK',
  'VIDEO_START',
  'VIDEO_10S_VIEW',
  'VIDEO_MRC_VIEW',
  'QUARTILE_95_PERCENT_VIEW',
] as const;

/** One series per metric that Pinterest gave any figure for. */
export function seriesOf(figures: Figures, before: Figures | undefined): Series[] {
  const days = figures.days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return metricOrder.flatMap((metric) => {
    const points = days.map(({ date, isReady, values }) => ({
      date,
      atS: Date.parse(`${date}T00:00:00Z`) / 1000,
      value: values[metric] ?? null,
      isReady,
    }));
    const total = totalOf(figures, metric);
    if (total === null && points.every(({ value }) => value === null)) return [];
    const totalBefore = before && totalOf(before, metric);
    const change = changeOf(total, totalBefore);
    return [
      {
        metric,
        points,
        total,
        ...(totalBefore !== undefined && { totalBefore }),
        ...(change !== undefined && { change }),
      },
    ];
  });
}

/** Pinterest's own sum, or ours of the days where it gave none. */
function totalOf({ totals, days }: Figures, metric: string): number | null {
  const told = totals[metric];
  if (told !== undefined && told !== null) return told;
  const values = days.flatMap(({ values: day }) => day[metric] ?? []);
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : null;
}

function changeOf(total: number | null, before: number | null | undefined): number | undefined {
  return total === null || before === null || before === undefined || before === 0
    ? undefined
    : (total - before) / before;
}
