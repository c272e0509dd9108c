/** Equal tiles in rows, of which only those near the window are mounted. */
export interface Rows {
  readonly columns: number;
  readonly tilePx: number;
  readonly heightPx: number;
  /** First and last + 1 of the tiles between two heights. */
  between(fromPx: number, toPx: number): readonly [number, number];
  /** Where a tile stands, from the block start and the inline start. */
  place(index: number): { readonly topPx: number; readonly startPx: number };
}

interface RowsOptions {
  readonly widthPx: number;
  readonly gapPx: number;
  readonly leastTilePx: number;
  /** Height of a tile of a width. */
  readonly heightOf: (tilePx: number) => number;
}

export function rowsOf(count: number, { widthPx, gapPx, leastTilePx, heightOf }: RowsOptions): Rows {
  const columns = Math.max(1, Math.floor((widthPx + gapPx) / (leastTilePx + gapPx)));
  const tilePx = Math.floor((widthPx - gapPx * (columns - 1)) / columns);
  const rowPx = heightOf(tilePx) + gapPx;
  const clamp = (index: number) => Math.min(count, Math.max(0, index));
  return {
    columns,
    tilePx,
    heightPx: Math.max(0, Math.ceil(count / columns) * rowPx - gapPx),
    between: (fromPx, toPx) => [
      clamp(Math.floor(fromPx / rowPx) * columns),
      clamp((Math.floor(toPx / rowPx) + 1) * columns),
    ],
    place: (index) => ({
      topPx: Math.floor(index / columns) * rowPx,
      startPx: (index % columns) * (tilePx + gapPx),
    }),
  };
}
