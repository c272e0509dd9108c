import { hashText } from '../random.ts';

type Order = 'newest-first' | 'oldest-first' | 'custom';

/** A list in the order that a board shows it; `custom` is arbitrary but stays the same. */
export function inOrder<T extends { readonly id: string; readonly createdAtMs: number }>(
  things: T[],
  order: Order,
): T[] {
  if (order === 'custom') return things.toSorted((a, b) => hashText(a.id) - hashText(b.id));
  const oldestFirst = things.toSorted((a, b) => a.createdAtMs - b.createdAtMs || a.id.localeCompare(b.id));
  return order === 'oldest-first' ? oldestFirst : oldestFirst.reverse();
}
