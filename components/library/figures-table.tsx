import type { Series } from '../../lib/library/chart-data.ts';
import { useWords } from '../ui/words.tsx';
import { useDates, useNumbers } from './formats.ts';
import { metricKey } from './metric-words.ts';

interface FiguresTableProps {
  readonly series: readonly Series[];
  readonly lifetime: Readonly<Record<string, number | null>>;
}

/** What the charts show, as a table. */
export function FiguresTable({ series, lifetime }: FiguresTableProps) {
  const t = useWords();
  const dates = useDates();
  const numbers = useNumbers();
  const written = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : numbers.whole(value);
  const days = series.find(({ points }) => points.length > 0)?.points ?? [];
  const whole = Object.entries(lifetime).filter(([, value]) => value !== null);
  return (
    <>
      {whole.length > 0 && (
        <dl class="account-facts">
          {whole.map(([metric, value]) => (
            <div key={metric}>
              <dt>{t(metricKey(metric))}</dt>
              <dd>{written(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <details class="figures">
        <summary>{t('library.analytics.table')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
        <section class="figures-scroll" tabIndex={0} aria-label={t('library.analytics.table')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('library.analytics.day')}</th>
                {series.map(({ metric }) => (
                  <th key={metric} scope="col">
                    {t(metricKey(metric))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map(({ date, isReady }, index) => (
                <tr key={date} class={isReady ? '' : 'is-unready'}>
                  <th scope="row">
                    <time dateTime={date}>{dates.utcDay(date)}</time>
                    {!isReady && <small> {t('library.analytics.notReady')}</small>}
                  </th>
                  {series.map(({ metric, points }) => (
                    <td key={metric}>{written(points[index]?.value)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('library.analytics.total')}</th>
                {series.map(({ metric, total }) => (
                  <td key={metric}>{written(total)}</td>
                ))}
              </tr>
              <tr>
                <th scope="row">{t('library.analytics.before')}</th>
                {series.map(({ metric, totalBefore }) => (
                  <td key={metric}>{written(totalBefore)}</td>
                ))}
              </tr>
            </tfoot>
          </table>
        </section>
      </details>
    </>
  );
}
