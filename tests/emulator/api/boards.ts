import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Board } from '../state.ts';
import type { World } from '../world.ts';
import { type ApiContext, type ApiEnv, allow, isOwn } from './access.ts';
import { boardAnswer } from './board-answer.ts';
import { inOrder } from './order.ts';
import { ownBoard } from './owned.ts';
import { page } from './paging.ts';
import { pinAnswer } from './pin-answer.ts';
import { CREATIVE_TYPES, isTrue } from './pins.ts';
import { Refusal } from './refusal.ts';
import { body, Flag, listOf, Paging, pathId, query } from './validate.ts';

const READ = { scopes: ['boards:read'], category: 'org_read' } as const;
const WRITE = { scopes: ['boards:read', 'boards:write'], category: 'org_write' } as const;
const PINS = { scopes: ['boards:read', 'pins:read'], category: 'org_read' } as const;

const Name = z.string().check(z.minLength(1));
const description = z.optional(z.nullable(z.string()));
const BoardCreate = z.strictObject({
  name: Name,
  description,
  privacy: z.optional(z.enum(['PUBLIC', 'PROTECTED', 'SECRET'])),
  is_ads_only: z.optional(z.boolean()),
});
const BoardUpdate = z.strictObject({
  name: z.optional(Name),
  description,
  privacy: z.optional(z.enum(['PUBLIC', 'SECRET'])),
});
const Privacy = z.optional(z.enum(['ALL', 'PUBLIC', 'PROTECTED', 'SECRET', 'PUBLIC_AND_SECRET']));

/** /v5/boards, without its sections. */
export function boardRoutes(world: World): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/', allow(world, READ), (context) => {
    const { bookmark, page_size, privacy = 'ALL' } = query(context, { ...Paging, privacy: Privacy });
    const { readAtMs } = context.env.call;
    const boards = visibleBoards(world, context).filter(
      (board) =>
        privacy === 'ALL' ||
        (privacy === 'PUBLIC_AND_SECRET' ? board.privacy !== 'PROTECTED' : board.privacy === privacy),
    );
    const { items, bookmark: next } = page(boards, bookmark, page_size);
    return context.json({ items: items.map((board) => boardAnswer(world, board, readAtMs)), bookmark: next });
  });

  routes.post('/', allow(world, WRITE), async (context) => {
    query(context, {});
    const { call } = context.env;
    const wanted = await body(context, BoardCreate);
    checkSecret(context, wanted.privacy);
    checkName(world, context, wanted.name);
    const board: Board = {
      id: world.state.nextId('10'),
      account: context.get('grant').account,
      environment: call.environment,
      name: wanted.is_ads_only ? 'Ad-only Pins' : wanted.name,
      description: wanted.description ?? null,
      privacy: wanted.is_ads_only ? 'PROTECTED' : (wanted.privacy ?? 'PUBLIC'),
      isAdsOnly: wanted.is_ads_only ?? false,
      createdAtMs: call.commitAtMs,
    };
    world.state.boards.set(board.id, board, call.commitAtMs);
    return context.json(boardAnswer(world, board, call.commitAtMs), world.settings.createStatus);
  });

  routes.get('/:boardId', allow(world, READ), (context) => {
    const board = ownBoard(world, context, pathId(context, 'boardId'));
    query(context, {});
    return context.json(boardAnswer(world, board, context.env.call.readAtMs));
  });

  routes.patch('/:boardId', allow(world, WRITE), async (context) => {
    const id = pathId(context, 'boardId');
    query(context, {});
    const change = await body(context, BoardUpdate);
    const board = ownBoard(world, context, id);
    checkSecret(context, change.privacy);
    if (change.name !== undefined && change.name !== board.name) checkName(world, context, change.name);
    const { name = board.name, privacy = board.privacy } = change;
    const changed = {
      ...board,
      name,
      privacy,
      description: change.description === undefined ? board.description : change.description,
    };
    world.state.boards.set(id, changed, context.env.call.commitAtMs);
    return context.json(boardAnswer(world, changed, context.env.call.commitAtMs));
  });

  routes.delete('/:boardId', allow(world, WRITE), (context) => {
    const board = ownBoard(world, context, pathId(context, 'boardId'));
    query(context, {});
    const { commitAtMs } = context.env.call;
    for (const pin of world.state.pins.list(commitAtMs)) {
      if (pin.boardId === board.id) world.state.pins.delete(pin.id, commitAtMs);
    }
    world.state.boards.delete(board.id, commitAtMs);
    return context.body(null, 204);
  });

  routes.get('/:boardId/pins', allow(world, PINS), (context) => {
    const board = ownBoard(world, context, pathId(context, 'boardId'));
    const filters = { ...Paging, creative_types: z.optional(listOf(CREATIVE_TYPES)), pin_metrics: z.optional(Flag) };
    const { bookmark, page_size, creative_types, pin_metrics } = query(context, filters);
    const pins = world.state.pins.list(context.env.call.readAtMs).filter((pin) => pin.boardId === board.id);
    const ordered = inOrder(pins, world.state.pinOrders.get(board.id) ?? world.settings.pinOrder);
    const answers = ordered.map((pin) => pinAnswer(pin, isTrue(pin_metrics)));
    const wanted = answers.filter(
      (pin) => !creative_types || creative_types.some((type) => type === pin.creative_type),
    );
    return context.json(page(wanted, bookmark, page_size));
  });

  return routes;
}

/** The account's boards that the token may see, newest first. */
export function visibleBoards(world: World, context: ApiContext): Board[] {
  const maySeeSecret = context.get('grant').scopes.includes('boards:read_secret');
  const boards = world.state.boards
    .list(context.env.call.readAtMs)
    .filter((board) => isOwn(context, board) && (maySeeSecret || board.privacy !== 'SECRET'));
  return inOrder(boards, 'newest-first');
}

function checkSecret(context: ApiContext, privacy: string | undefined): void {
  if (privacy !== 'SECRET' || context.get('grant').scopes.includes('boards:write_secret')) return;
  throw new Refusal(403, 29, 'Your token does not have sufficient permissions for secret boards.');
}

function checkName(world: World, context: ApiContext, name: string): void {
  const wanted = name.trim().toLowerCase();
  const boards = world.state.boards.list(context.env.call.commitAtMs);
  if (!boards.some((board) => isOwn(context, board) && board.name.trim().toLowerCase() === wanted)) return;
  throw new Refusal(400, 58, 'Try a different name. You already have a board with this name!');
}
