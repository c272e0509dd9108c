import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { World } from '../world.ts';
import { type ApiEnv, allow, isOwn } from './access.ts';
import { boardAnswer } from './board-answer.ts';
import { visibleBoards } from './boards.ts';
import { inOrder } from './order.ts';
import { page } from './paging.ts';
import { pinAnswer } from './pin-answer.ts';
import { Paging, query } from './validate.ts';

const BOARDS = { scopes: ['boards:read', 'boards:read_secret'], category: 'org_read', isInSandbox: false } as const;
const PINS = {
  scopes: ['boards:read', 'boards:read_secret', 'pins:read', 'pins:read_secret'],
  category: 'org_read',
  isInSandbox: false,
} as const;

/** /v5/search: in the account's own boards and pins. */
export function searchRoutes(world: World): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/boards', allow(world, BOARDS), (context) => {
    const { bookmark, page_size, query: words = '' } = query(context, { ...Paging, query: z.optional(z.string()) });
    const { readAtMs } = context.env.call;
    const found = visibleBoards(world, context).filter(({ name, description }) => has(words, name, description));
    const { items, bookmark: next } = page(found, bookmark, page_size);
    return context.json({ items: items.map((board) => boardAnswer(world, board, readAtMs)), bookmark: next });
  });

  routes.get('/pins', allow(world, PINS), (context) => {
    const { bookmark, query: words } = query(context, { bookmark: Paging.bookmark, query: z.string() });
    const pins = world.state.pins.list(context.env.call.readAtMs).filter((pin) => isOwn(context, pin));
    const found = inOrder(pins, 'newest-first').filter((pin) => has(words, pin.title, pin.description, pin.altText));
    return context.json(
      page(
        found.map((pin) => pinAnswer(pin)),
        bookmark,
      ),
    );
  });

  return routes;
}

function has(words: string, ...texts: (string | null)[]): boolean {
  return texts.some((text) => text?.toLowerCase().includes(words.toLowerCase()));
}
