import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { World } from '../world.ts';
import { type ApiEnv, allow } from './access.ts';
import { inOrder } from './order.ts';
import { ownBoard, ownSection } from './owned.ts';
import { page } from './paging.ts';
import { pinAnswer } from './pin-answer.ts';
import { Refusal } from './refusal.ts';
import { body, Paging, pathId, query } from './validate.ts';

const READ = { scopes: ['boards:read'], category: 'org_read' } as const;
const WRITE = { scopes: ['boards:read', 'boards:write'], category: 'org_write' } as const;
const PINS = { scopes: ['boards:read', 'pins:read'], category: 'org_read' } as const;
const SectionBody = z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(180)) });

/** /v5/boards/{board_id}/sections. */
export function sectionRoutes(world: World): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/:boardId/sections', allow(world, READ), (context) => {
    const board = ownBoard(world, context, pathId(context, 'boardId'));
    const { bookmark, page_size } = query(context, Paging);
    const sections = world.state.sections.list(context.env.call.readAtMs).filter(({ boardId }) => boardId === board.id);
    return context.json(page(sections.map(answer), bookmark, page_size));
  });

  routes.post('/:boardId/sections', allow(world, WRITE), async (context) => {
    const boardId = pathId(context, 'boardId');
    query(context, {});
    const { name } = await body(context, SectionBody);
    const board = ownBoard(world, context, boardId);
    refuseTwin(board.id, name);
    const section = { id: world.state.nextId('12'), boardId: board.id, name };
    world.state.sections.set(section.id, section, context.env.call.commitAtMs);
    return context.json(answer(section), 201);
  });

  routes.patch('/:boardId/sections/:sectionId', allow(world, WRITE), async (context) => {
    const [boardId, sectionId] = [pathId(context, 'boardId'), pathId(context, 'sectionId')];
    query(context, {});
    const { name } = await body(context, SectionBody);
    const section = ownSection(world, context, ownBoard(world, context, boardId), sectionId);
    if (name !== section.name) refuseTwin(boardId, name);
    const changed = { ...section, name };
    world.state.sections.set(section.id, changed, context.env.call.commitAtMs);
    return context.json(answer(changed));
  });

  routes.delete('/:boardId/sections/:sectionId', allow(world, WRITE), (context) => {
    const board = ownBoard(world, context, pathId(context, 'boardId'));
    const section = ownSection(world, context, board, pathId(context, 'sectionId'));
    query(context, {});
    const { commitAtMs } = context.env.call;
    for (const pin of world.state.pins.list(commitAtMs)) {
      if (pin.sectionId === section.id) world.state.pins.set(pin.id, { ...pin, sectionId: null }, commitAtMs);
    }
    world.state.sections.delete(section.id, commitAtMs);
    return context.body(null, 204);
  });

  routes.get('/:boardId/sections/:sectionId/pins', allow(world, PINS), (context) => {
    const board = ownBoard(world, context, pathId(context, 'boardId'));
    const section = ownSection(world, context, board, pathId(context, 'sectionId'));
    const { bookmark, page_size } = query(context, Paging);
    const pins = world.state.pins.list(context.env.call.readAtMs).filter(({ sectionId }) => sectionId === section.id);
    const ordered = inOrder(pins, world.state.pinOrders.get(board.id) ?? world.settings.pinOrder);
    return context.json(
      page(
        ordered.map((pin) => pinAnswer(pin)),
        bookmark,
        page_size,
      ),
    );
  });

  function refuseTwin(boardId: string, name: string): void {
    const sections = world.state.sections.list(world.clock.now());
    if (!sections.some((section) => section.boardId === boardId && section.name === name)) return;
    throw new Refusal(409, 1, 'Board section conflict.');
  }

  return routes;
}

function answer({ id, name }: { id: string; name: string }) {
  return { id, name };
}
