import type { Scope } from '../account/scopes.ts';
import { type Board, BoardPage } from './boards.ts';
import type { Pinterest } from './client.ts';
import { largestPage, type Page, pages } from './paging.ts';
import type { Pin } from './pin.ts';
import { pinsPageAt } from './pins.ts';
import { type CallOptions, send } from './request.ts';

const ofBoards: readonly Scope[] = ['boards:read', 'boards:read_secret'];
const ofPins: readonly Scope[] = [...ofBoards, 'pins:read', 'pins:read_secret'];

type SearchOptions = CallOptions & { bookmark?: string | undefined };

/**
 * One's own boards that match, page by page; takes the scope for secret boards. Not in the sandbox.
 * https://developers.pinterest.com/docs/api/v5/search_user_boards-get
 */
export function searchBoards(pinterest: Pinterest, text: string, options: CallOptions = {}): AsyncGenerator<Board[]> {
  return pages((bookmark) => searchBoardsPage(pinterest, text, { ...options, bookmark }), options.signal);
}

/** One page of the boards that match. */
export async function searchBoardsPage(
  pinterest: Pinterest,
  text: string,
  options: SearchOptions = {},
): Promise<Page<Board>> {
  const query = { query: text, page_size: largestPage, bookmark: options.bookmark };
  const operation = { method: 'GET', path: '/search/boards', answer: BoardPage, category: 'org_read' } as const;
  return send(pinterest, { ...operation, query, scopes: ofBoards }, options);
}

/**
 * One's own pins that match, page by page; takes the scopes for secret boards. Not in the sandbox.
 * https://developers.pinterest.com/docs/api/v5/search_user_pins-list
 */
export function searchPins(pinterest: Pinterest, text: string, options: CallOptions = {}): AsyncGenerator<Pin[]> {
  return pages((bookmark) => searchPinsPage(pinterest, text, { ...options, bookmark }), options.signal);
}

/** One page of the pins that match. */
export async function searchPinsPage(
  pinterest: Pinterest,
  text: string,
  options: SearchOptions = {},
): Promise<Page<Pin>> {
  return pinsPageAt(pinterest, '/search/pins', { query: text, bookmark: options.bookmark }, options, ofPins);
}
