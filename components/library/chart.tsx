import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import type { Point } from '../../lib/library/chart-data.ts';
import { useWords } from '../ui/words.tsx';
import { chartOptions } from './chart-options.ts';
import { useDates, useNumbers } from './formats.ts';
import 'uplot/dist/uPlot.min.css';

const heightPx = 150;

/**
 * A line over days. It is a slider too: arrow keys walk along the days, and each day's value is said and shown. The
 * table below the charts holds the same values.
 */
export function Chart({ name, points }: { name: string; points: readonly Point[] }) {
  const t = useWords();
  const dates = useDates();
  const numbers = useNumbers();
  const field = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const [at, setAt] = useState<number>();
  const point = at === undefined ? undefined : points[at];
  const latest = points.at(-1);

  function said({ date, value, isReady }: Point): string {
    const shown = value === null ? t('library.analytics.noValue') : numbers.whole(value);
    return `${dates.utcDay(date)}: ${shown}${isReady ? '' : ` (${t('library.analytics.notReady')})`}`;
  }

  useEffect(() => {
    const { current } = field;
    if (!current) return;
    const data: uPlot.AlignedData = [points.map(({ atS }) => atS), points.map(({ value }) => value)];
    const options = chartOptions({
      element: current,
      widthPx: current.clientWidth,
      heightPx,
      points,
      dayOf: dates.shortDay,
      numberOf: numbers.short,
      onDay: setAt,
    });
    const made = new uPlot(options, data, current);
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize({ width: current.clientWidth, height: heightPx }));
    observer.observe(current);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => made.redraw();
    dark.addEventListener('change', redraw);
    return () => {
      dark.removeEventListener('change', redraw);
      observer.disconnect();
      made.destroy();
    };
  }, [points, dates, numbers]);

  const show = (index: number) => {
    const { current } = plot;
    const day = points[index];
    if (!current || !day) return;
    setAt(index);
    current.setCursor(
      { left: current.valToPos(day.atS, 'x'), top: current.valToPos(day.value ?? 0, 'y') },
      // Without calling back: the day is known, and a rounded position could name its neighbour.
      false,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = points.length - 1;
    const steps: Readonly<Record<string, number>> = {
      // Time runs left to right in the chart, also where words run the other way.
      ArrowRight: (at ?? -1) + 1,
      ArrowLeft: (at ?? last + 1) - 1,
      ArrowUp: (at ?? -1) + 1,
      ArrowDown: (at ?? last + 1) - 1,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    show(Math.min(last, Math.max(0, next)));
  };
  return (
    <>
      <div
        ref={field}
        class="chart"
        dir="ltr"
        role="slider"
        tabIndex={0}
        aria-label={t('library.analytics.chart', name)}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={(at ?? points.length - 1) + 1}
        aria-valuetext={point ? said(point) : latest && said(latest)}
        onKeyDown={onKeyDown}
      />
      <p class="chart-value quiet small">{point && said(point)}</p>
    </>
  );
}
