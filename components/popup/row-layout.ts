import type { Row, RowGroup } from './picker-rows.ts';

const rowPx = 44;
const headingPx = 28;

export interface RowGroupLayout {
  readonly group: RowGroup;
  readonly topPx: number;
  readonly heightPx: number;
  /** Index of the group's first row, and of the first after it. */
  readonly first: number;
  readonly end: number;
}

export interface RowLayout {
  readonly tops: readonly number[];
  readonly groups: readonly RowGroupLayout[];
  readonly heightPx: number;
}

/** Heights of the picker's list, in pixels: rows are 44 high, and a named group starts with a heading. */
export function layOutRows(rows: readonly Row[]): RowLayout {
  const tops: number[] = [];
  const groups: RowGroupLayout[] = [];
  let topPx = 0;
  let first = 0;
  for (const [index, { group }] of rows.entries()) {
    if (index === first) topPx += group === 'found' ? 0 : headingPx;
    tops.push(topPx);
    topPx += rowPx;
    if (rows[index + 1]?.group === group) continue;
    const startPx = groups.at(-1);
    const groupTopPx = startPx ? startPx.topPx + startPx.heightPx : 0;
    groups.push({ group, topPx: groupTopPx, heightPx: topPx - groupTopPx, first, end: index + 1 });
    first = index + 1;
  }
  return { tops, groups, heightPx: topPx };
}

/** The rows that may be seen between two heights, as [first, end). */
export function rowsBetween({ tops }: RowLayout, fromPx: number, toPx: number): readonly [number, number] {
  const first = tops.findIndex((topPx) => topPx + rowPx >= fromPx);
  const end = tops.findIndex((topPx) => topPx > toPx);
  return [first === -1 ? tops.length : first, end === -1 ? tops.length : end];
}
