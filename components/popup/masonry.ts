/** Where a tile stands, in pixels from the block start and the inline start. */
export interface Tile {
  readonly topPx: number;
  readonly startPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly column: number;
}

export interface MasonryOptions {
  readonly widthPx: number;
  readonly gapPx: number;
  /** As many columns as fit with tiles at least this wide, and two at least. */
  readonly leastTilePx: number;
}

export interface Masonry {
  readonly tiles: readonly Tile[];
  readonly heightPx: number;
  readonly columns: number;
}

const flattest = 0.5;
const tallest = 2;

/**
 * Places pictures of known sizes into columns so that their order reads across: each goes to the shortest column,
 * the one at the inline start when several are. Tops never decrease, and adding pictures moves no earlier one.
 * A size of 0 is unknown: such a tile is square, and stays so.
 */
export function layOut(
  sizes: readonly { readonly widthPx: number; readonly heightPx: number }[],
  { widthPx, gapPx, leastTilePx }: MasonryOptions,
): Masonry {
  const columns = Math.max(2, Math.floor((widthPx + gapPx) / (leastTilePx + gapPx)));
  const tilePx = Math.max(1, Math.floor((widthPx - gapPx * (columns - 1)) / columns));
  const bottoms = Array.from({ length: columns }, () => 0);
  const tiles = sizes.map((size) => {
    let column = 0;
    let topPx = Number.POSITIVE_INFINITY;
    for (let index = 0; index < columns; index++) {
      const bottom = bottoms[index] ?? 0;
      if (bottom < topPx) {
        column = index;
        topPx = bottom;
      }
    }
    const heightPx = Math.round(tilePx * ratio(size.widthPx, size.heightPx));
    bottoms[column] = topPx + heightPx + gapPx;
    return { topPx, startPx: column * (tilePx + gapPx), widthPx: tilePx, heightPx, column };
  });
  return { tiles, columns, heightPx: Math.max(0, ...bottoms) };
}

function ratio(widthPx: number, heightPx: number): number {
  if (widthPx <= 0 || heightPx <= 0) return 1;
  return Math.min(tallest, Math.max(flattest, heightPx / widthPx));
}

/** First and last + 1 of the tiles that may be seen between two heights, by bisection (tops never decrease). */
function tilesBetween(tiles: readonly Tile[], fromPx: number, toPx: number): readonly [number, number] {
  const highest = (tiles[0]?.widthPx ?? 0) * tallest;
  return [firstAtOrBelow(tiles, fromPx - highest), firstAtOrBelow(tiles, toPx)];
}

function firstAtOrBelow(tiles: readonly Tile[], topPx: number): number {
  let low = 0;
  let high = tiles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tiles[middle]?.topPx ?? 0) < topPx) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Direction = 'up' | 'down' | 'start' | 'end';

/** The tiles to mount: those that may be seen between two heights, and the active one wherever it is. */
export function mountedTiles(tiles: readonly Tile[], active: number, fromPx: number, toPx: number): number[] {
  const [first, end] = tilesBetween(tiles, fromPx, toPx);
  const mounted = Array.from({ length: end - first }, (_, at) => first + at);
  if (active < first && tiles.length > 0) mounted.unshift(active);
  if (active >= end) mounted.push(active);
  return mounted;
}

/** The tile that a key leads to; undefined for a key that leads nowhere. */
export function destination(tiles: readonly Tile[], index: number, key: string, isRtl: boolean): number | undefined {
  const directions: Readonly<Record<string, Direction>> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: isRtl ? 'end' : 'start',
    ArrowRight: isRtl ? 'start' : 'end',
  };
  const direction = directions[key];
  if (direction) return neighbour(tiles, index, direction);
  if (key === 'Home') return 0;
  return key === 'End' ? tiles.length - 1 : undefined;
}

/**
 * The tile that an arrow key leads to by sight: up and down stay in the column; start and end go to the next column's
 * tile beside it, and past the edge nowhere. Gives the same index when there is none.
 */
export function neighbour(tiles: readonly Tile[], index: number, direction: Direction): number {
  const from = tiles[index];
  if (!from) return index;
  if (direction === 'up' || direction === 'down') {
    const step = direction === 'up' ? -1 : 1;
    for (let at = index + step; at >= 0 && at < tiles.length; at += step) {
      if (tiles[at]?.column === from.column) return at;
    }
    return index;
  }
  const column = from.column + (direction === 'start' ? -1 : 1);
  const middlePx = from.topPx + from.heightPx / 2;
  let best = index;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, tile] of tiles.entries()) {
    if (tile.column !== column) continue;
    const distance = Math.abs(tile.topPx + tile.heightPx / 2 - middlePx);
    if (distance < least) {
      least = distance;
      best = at;
    }
  }
  return best;
}
