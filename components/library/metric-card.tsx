import { useId } from 'preact/hooks';
import type { Series } from '../../lib/library/chart-data.ts';
import { usePlural, useWords } from '../ui/words.tsx';
import { Chart } from './chart.tsx';
import { useNumbers } from './formats.ts';
import { metricKey } from './metric-words.ts';

/** One metric: its total, its change against the days before, and its line. */
export function MetricCard({ series, days }: { series: Series; days: number }) {
  const t = useWords();
  const plural = usePlural();
  const numbers = useNumbers();
  const id = useId();
  const { total, change } = series;
  const name = t(metricKey(series.metric));
  return (
    <section class="metric" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p class="metric-total">{total === null ? '–' : numbers.whole(total)}</p>
      <p class={`metric-change ${change === undefined ? '' : change < 0 ? 'is-less' : 'is-more'}`}>
        {change === undefined
          ? t('library.analytics.noChange')
          : plural('library.analytics.change', days, numbers.change(change))}
      </p>
      {series.points.length > 1 && <Chart name={name} points={series.points} />}
    </section>
  );
}
