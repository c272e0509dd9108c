import type uPlot from 'uplot';
import type { Point } from '../../lib/library/chart-data.ts';

interface ChartWish {
  /** Its computed colours are the chart's: `color` the line's, `border-color` the grid's. */
  readonly element: HTMLElement;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly points: readonly Point[];
  readonly dayOf: (atS: number) => string;
  readonly numberOf: (value: number) => string;
  /** The day under the pointer, by its index; undefined when there is none. */
  readonly onDay: (index: number | undefined) => void;
}

/** One line over days, in UTC, from zero up, in the page's colours; days that are not ready have a shade behind them. */
export function chartOptions(wish: ChartWish): uPlot.Options {
  const { element, widthPx, heightPx, points, dayOf, numberOf, onDay } = wish;
  const style = () => getComputedStyle(element);
  const font = () => `12px ${style().fontFamily}`;
  const axis = {
    stroke: () => style().outlineColor,
    font: font(),
    grid: { stroke: () => style().borderTopColor, width: 1 },
    ticks: { show: false },
  };
  return {
    width: widthPx,
    height: heightPx,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 9 } },
    scales: {
      x: { time: true },
      y: { range: (_plot, _least, most) => [0, Math.max(1, (most ?? 0) * 1.08)] },
    },
    axes: [
      { ...axis, grid: { show: false }, size: 28, space: 70, values: (_plot, splits) => splits.map(dayOf) },
      {
        ...axis,
        size: 44,
        space: 36,
        values: (_plot, splits) => splits.map((value) => (Number.isInteger(value) ? numberOf(value) : '')),
      },
    ],
    series: [
      {},
      {
        stroke: () => style().color,
        width: 2,
        fill: () => `color-mix(in srgb, ${style().color} 12%, transparent)`,
        points: { show: points.length <= 31, size: 5, fill: () => style().color },
      },
    ],
    hooks: {
      setCursor: [({ cursor: { idx } }) => onDay(idx ?? undefined)],
      drawClear: [(plot) => shadeUnready(plot, points, style().borderTopColor)],
    },
  };
}

function shadeUnready(plot: uPlot, points: readonly Point[], color: string): void {
  const first = points.find(({ isReady }) => !isReady);
  if (!first) return;
  const { ctx, bbox } = plot;
  const half = ((points[1]?.atS ?? 0) - (points[0]?.atS ?? 0)) / 2;
  const startPx = Math.max(bbox.left, plot.valToPos(first.atS - half, 'x', true));
  ctx.save();
  ctx.fillStyle = color;
  ctx.fillRect(startPx, bbox.top, bbox.left + bbox.width - startPx, bbox.height);
  ctx.restore();
}
