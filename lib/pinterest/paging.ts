import * as z from 'zod/mini';
import { stoppedBeforeSending } from '../http/clock.ts';

/** One page of an answer. The last has no bookmark: null, absent or empty. */
export interface Page<Item> {
  items: Item[];
  bookmark?: string | null | undefined;
}

/** Which page of a list: the first without a bookmark. */
export interface PageWish {
  bookmark?: string | undefined;
  pageSize?: number;
}

/** Most items that Pinterest puts on one page. */
export const largestPage = 250;

/** The schema of a page whose items are strict: leaving one out unseen could make a pin seem absent. */
export function PageOf<Item extends z.ZodMiniType>(item: Item) {
  return z.object({ items: z.array(item), bookmark: z.optional(z.nullable(z.string())) });
}

/**
 * All pages, one after the other, each asked for when it is wanted. Stops at a bookmark that was seen before, so that
 * no list is read twice or without end.
 */
export async function* pages<Item>(
  ask: (bookmark: string | undefined) => Promise<Page<Item>>,
  signal?: AbortSignal,
): AsyncGenerator<Item[], void, void> {
  const seen = new Set<string>();
  let bookmark: string | undefined;
  do {
    if (signal?.aborted) throw stoppedBeforeSending(signal);
    const page = await ask(bookmark);
    yield page.items;
    bookmark = page.bookmark || undefined;
    if (bookmark !== undefined && seen.has(bookmark)) return;
    if (bookmark !== undefined) seen.add(bookmark);
  } while (bookmark !== undefined);
}
