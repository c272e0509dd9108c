import * as z from 'zod/mini';
import { cleanLink } from '../page/links.ts';
import type { Item } from '../storage/item.ts';

/** How long a reading counts, how many boards' readings are kept, and how far a board is read: two thousand pins. */
const freshMs = 10 * 60_000;
const mostBoards = 8;
const mostPages = 8;

export const Linked = z.optional(
  z.object({
    connectionId: z.string(),
    boards: z.array(z.object({ boardId: z.string(), readAtMs: z.number(), links: z.array(z.string()) })),
  }),
);
type Linked = z.infer<typeof Linked>;

interface Options {
  readonly stored: Item<Linked>;
  /** A board's pins, page by page. */
  readonly pages: (boardId: string) => AsyncIterable<readonly { readonly link?: string | null | undefined }[]>;
  readonly now: () => number;
}

/**
 * Which of these links a board's pins have already, whoever made them: what Pinterest says now, or said in the last ten
 * minutes of this browser session. Of a very large board only the first pins are known.
 */
export async function linksOnBoard(
  { stored, pages, now }: Options,
  connectionId: string,
  boardId: string,
  links: readonly string[],
): Promise<string[]> {
  const known = await stored.get();
  const readings = known?.connectionId === connectionId ? known.boards : [];
  const fresh = readings.find((one) => one.boardId === boardId && now() - one.readAtMs < freshMs);
  const reading = fresh ?? { boardId, readAtMs: now(), links: await read(pages(boardId)) };
  if (!fresh) {
    await stored.update((current) => {
      const others = current?.connectionId === connectionId ? current.boards : [];
      const kept = others.filter((one) => one.boardId !== boardId).slice(0, mostBoards - 1);
      return { connectionId, boards: [reading, ...kept] };
    });
  }
  const there = new Set(reading.links);
  return links.filter((link) => there.has(sameLink(link)));
}

async function read(pages: ReturnType<Options['pages']>): Promise<string[]> {
  const links = new Set<string>();
  let count = 0;
  for await (const page of pages) {
    for (const { link } of page) if (link) links.add(sameLink(link));
    if (++count === mostPages) break;
  }
  return [...links];
}

/** What addresses of one page share: Pinterest adds to links, and sites move from http to https. */
function sameLink(url: string): string {
  const link = cleanLink(url) ?? url;
  return link.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/(?=$|\?)/, '');
}
