import type { Board, Pin, Section } from '../state.ts';
import type { World } from '../world.ts';
import { type ApiContext, isOwn } from './access.ts';
import { boardNotFound, invalid, notPermitted, pinNotFound, Refusal, sectionNotFound } from './refusal.ts';

/** A board of the token's account; secret ones only with the scope for them. */
export function ownBoard(world: World, context: ApiContext, id: string): Board {
  const board = world.state.boards.get(id, context.env.call.readAtMs);
  if (!board || !isOwn(context, board)) throw boardNotFound();
  if (board.privacy === 'SECRET' && !context.get('grant').scopes.includes('boards:read_secret')) throw boardNotFound();
  return board;
}

export function ownSection(world: World, context: ApiContext, board: Board, id: string): Section {
  const section = world.state.sections.get(id, context.env.call.readAtMs);
  if (section?.boardId !== board.id) throw sectionNotFound();
  return section;
}

export function ownPin(world: World, context: ApiContext, id: string): Pin {
  const { readAtMs, environment } = context.env.call;
  const pin = world.state.pins.get(id, readAtMs);
  const board = pin && world.state.boards.get(pin.boardId, readAtMs);
  if (!pin || !board || pin.environment !== environment) throw pinNotFound();
  if (!isOwn(context, pin)) throw notPermitted();
  if (board.privacy === 'SECRET' && !context.get('grant').scopes.includes('pins:read_secret')) throw pinNotFound();
  return pin;
}

/** Where a new pin goes. Boards are looked up at the present: a write does not lag. */
export function targetOf(
  world: World,
  context: ApiContext,
  boardId: string | undefined,
  sectionId: string | null | undefined,
) {
  if (boardId === undefined) throw invalid("'board_id' is a required property");
  const nowMs = world.clock.now();
  const board = world.state.boards.get(boardId, nowMs);
  if (!board || !isOwn(context, board)) throw boardNotFound();
  const { scopes } = context.get('grant');
  if (board.privacy === 'SECRET' && !scopes.includes('pins:write_secret')) {
    throw new Refusal(403, 29, 'Your token does not have sufficient permissions to save to a secret board.');
  }
  if (sectionId === null || sectionId === undefined) return { boardId, sectionId: null };
  if (world.state.sections.get(sectionId, nowMs)?.boardId !== boardId) throw sectionNotFound();
  return { boardId, sectionId };
}
