import { invalid } from './refusal.ts';

/** One page of a list. The bookmark names the last item seen, so that a list may change between two pages. */
export function page<T extends { readonly id: string }>(items: readonly T[], bookmark: string | undefined, size = 25) {
  const start = bookmark === undefined ? 0 : after(items, bookmark);
  const shown = items.slice(start, start + size);
  const last = shown.at(-1);
  const isEnd = start + size >= items.length || !last;
  return { items: shown, bookmark: isEnd ? null : encode(start + size, last.id) };
}

function encode(offset: number, id: string): string {
  return Buffer.from(`P2|${offset}|${id}|=`).toString('base64');
}

function after(items: readonly { readonly id: string }[], bookmark: string): number {
  const [mark, offset, id] = Buffer.from(bookmark, 'base64').toString().split('|');
  if (mark !== 'P2' || !id) throw invalid('the bookmark is not valid');
  const index = items.findIndex((item) => item.id === id);
  return index < 0 ? Number(offset) : index + 1;
}
