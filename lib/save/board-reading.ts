import type { ListedPin } from './ports.ts';

/** A board is read this far at most: ten thousand pins. */
const mostPages = 40;

export interface BoardReading {
  pins: ListedPin[];
  /** No pin created since the wanted time can be missing. */
  isComplete: boolean;
}

/**
 * Reads a board until its list ends. Pinterest documents no order, so reading stops earlier only when the times never
 * rose over two pages and one further page is wholly older than `sinceServerMs`.
 */
export async function readBoard(
  pages: AsyncIterable<ListedPin[]>,
  sinceServerMs: number,
  sectionId: string | undefined,
): Promise<BoardReading> {
  const pins = new Map<string, ListedPin>();
  let pageCount = 0;
  let previous = Number.POSITIVE_INFINITY;
  let hasRisen = false;
  for await (const page of pages) {
    pageCount++;
    for (const pin of page) {
      hasRisen ||= pin.createdServerMs > previous;
      previous = pin.createdServerMs;
      if (sectionId !== undefined || pin.sectionId === undefined) pins.set(pin.id, pin);
    }
    const isOlder = page.length > 0 && page.every((pin) => pin.createdServerMs < sinceServerMs);
    if (pageCount > 2 && !hasRisen && isOlder) break;
    if (pageCount === mostPages) return { pins: [...pins.values()], isComplete: false };
  }
  return { pins: [...pins.values()], isComplete: true };
}
