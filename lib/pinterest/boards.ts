import * as z from 'zod/mini';
import type { Scope } from '../account/scopes.ts';
import type { Pinterest } from './client.ts';
import { largestPage, type Page, PageOf, type PageWish, pages } from './paging.ts';
import type { Pin } from './pin.ts';
import { listPinsAt, pinsPageAt } from './pins.ts';
import { type CallOptions, Nothing, send } from './request.ts';
import { AnswerId, check, Id, loose } from './values.ts';

const reading: readonly Scope[] = ['boards:read'];
const writing: readonly Scope[] = ['boards:read', 'boards:write'];
const writingSecret: readonly Scope[] = [...writing, 'boards:read_secret', 'boards:write_secret'];

export const Privacy = z.enum(['PUBLIC', 'PROTECTED', 'SECRET']);
export type Privacy = z.infer<typeof Privacy>;

/** A board as Pinterest answers it. Only its id and name are certain. */
export const Board = z.object({
  id: AnswerId,
  name: z.string(),
  description: loose(z.string()),
  privacy: loose(Privacy),
  /** UTC without a zone; read it with `parseTime`. */
  created_at: loose(z.string()),
  board_pins_modified_at: loose(z.string()),
  pin_count: loose(z.number()),
  follower_count: loose(z.number()),
  collaborator_count: loose(z.number()),
  owner: loose(z.object({ username: loose(z.string()) })),
  media: loose(z.object({ image_cover_url: loose(z.string()), pin_thumbnail_urls: loose(z.array(z.string())) })),
  is_ads_only: loose(z.boolean()),
});
export type Board = z.infer<typeof Board>;

const Name = z.string().check(z.minLength(1));

/** A board to be made. No document gives its name a longest length; Pinterest refuses one that is too long. */
export const NewBoard = z.strictObject({
  name: Name,
  description: z.optional(z.nullable(z.string())),
  privacy: z.optional(Privacy),
});
export type NewBoard = z.infer<typeof NewBoard>;

/** What of a board can be changed. `PROTECTED` cannot be asked for. */
export const BoardChanges = z.strictObject({
  name: z.optional(Name),
  description: z.optional(z.nullable(z.string())),
  privacy: z.optional(z.enum(['PUBLIC', 'SECRET'])),
});
export type BoardChanges = z.infer<typeof BoardChanges>;

export const BoardPage = PageOf(Board);

/**
 * Boards that the token shows: own and shared ones, page by page. Secret ones come with their scope.
 * https://developers.pinterest.com/docs/api/v5/boards-list
 */
export function listBoards(
  pinterest: Pinterest,
  options: CallOptions & { privacy?: 'ALL' | Privacy | 'PUBLIC_AND_SECRET'; pageSize?: number } = {},
): AsyncGenerator<Board[]> {
  return pages((bookmark) => getBoardsPage(pinterest, { ...options, bookmark }), options.signal);
}

/** One page of what `listBoards` gives. */
export async function getBoardsPage(
  pinterest: Pinterest,
  options: CallOptions & PageWish & { privacy?: 'ALL' | Privacy | 'PUBLIC_AND_SECRET' } = {},
): Promise<Page<Board>> {
  const { privacy, pageSize = largestPage, bookmark } = options;
  const query = { privacy, page_size: pageSize, bookmark };
  const operation = { method: 'GET', path: '/boards', answer: BoardPage, category: 'org_read' } as const;
  return send(pinterest, { ...operation, query, scopes: reading }, options);
}

/** Makes a board. Failures: `duplicate-board`. https://developers.pinterest.com/docs/api/v5/boards-create */
export async function createBoard(pinterest: Pinterest, board: NewBoard, options: CallOptions = {}): Promise<Board> {
  const body = check(NewBoard, board);
  const scopes = board.privacy === 'SECRET' ? writingSecret : writing;
  const operation = { method: 'POST', path: '/boards', answer: Board, category: 'org_write' } as const;
  return send(pinterest, { ...operation, body, scopes }, options);
}

/** One board. Failures: `board-not-found`. https://developers.pinterest.com/docs/api/v5/boards-get */
export async function getBoard(pinterest: Pinterest, boardId: string, options: CallOptions = {}): Promise<Board> {
  const path = `/boards/${check(Id, boardId)}`;
  return send(pinterest, { method: 'GET', path, answer: Board, category: 'org_read', scopes: reading }, options);
}

/** Changes a board. https://developers.pinterest.com/docs/api/v5/boards-update */
export async function updateBoard(
  pinterest: Pinterest,
  boardId: string,
  changes: BoardChanges,
  options: CallOptions = {},
): Promise<Board> {
  const path = `/boards/${check(Id, boardId)}`;
  const body = check(BoardChanges, changes);
  const scopes = changes.privacy === 'SECRET' ? writingSecret : writing;
  return send(pinterest, { method: 'PATCH', path, body, answer: Board, category: 'org_write', scopes }, options);
}

/** Deletes a board and its pins. Failures: `board-not-found`, `board-busy`. */
export async function deleteBoard(pinterest: Pinterest, boardId: string, options: CallOptions = {}): Promise<void> {
  const path = `/boards/${check(Id, boardId)}`;
  await send(pinterest, { method: 'DELETE', path, answer: Nothing, category: 'org_write', scopes: writing }, options);
}

/** A board's pins, page by page, in no documented order. */
export function listBoardPins(
  pinterest: Pinterest,
  boardId: string,
  options: CallOptions & { pageSize?: number; withMetrics?: boolean } = {},
): AsyncGenerator<Pin[]> {
  const query = { page_size: options.pageSize ?? largestPage, pin_metrics: options.withMetrics };
  return listPinsAt(pinterest, `/boards/${check(Id, boardId)}/pins`, query, options);
}

/** One page of a board's pins. */
export async function getBoardPinsPage(
  pinterest: Pinterest,
  boardId: string,
  options: CallOptions & PageWish = {},
): Promise<Page<Pin>> {
  return pinsPageAt(pinterest, `/boards/${check(Id, boardId)}/pins`, pageQuery(options), options);
}

function pageQuery({ pageSize = largestPage, bookmark }: PageWish) {
  return { page_size: pageSize, bookmark };
}
