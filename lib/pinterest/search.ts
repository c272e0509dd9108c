import { type Board, BoardPage } from './boards.ts';
import type { Pinterest } from './client.ts';
import { largestPage, pages } from './paging.ts';
import type { Pin } from './pin.ts';
import { listPinsAt } from './pins.ts';
import { type CallOptions, send } from './request.ts';

/**
 * One's own boards that match, page by page; takes the scope for secret boards. Not in the sandbox.
 * https://developers.pinterest.com/docs/api/v5/search_user_boards-get
 */
export function searchBoards(pinterest: Pinterest, text: string, options: CallOptions = {}): AsyncGenerator<Board[]> {
  const operation = { method: 'GET', path: '/search/boards', answer: BoardPage, category: 'org_read' } as const;
  return pages((bookmark) => {
    const query = { query: text, page_size: largestPage, bookmark };
    return send(pinterest, { ...operation, query, scopes: ['boards:read', 'boards:read_secret'] }, options);
  }, options.signal);
}

/**
 * One's own pins that match, page by page; takes the scopes for secret boards. Not in the sandbox.
 * https://developers.pinterest.com/docs/api/v5/search_user_pins-list
 */
export function searchPins(pinterest: Pinterest, text: string, options: CallOptions = {}): AsyncGenerator<Pin[]> {
  return listPinsAt(pinterest, '/search/pins', { query: text }, options, [
    'boards:read',
    'boards:read_secret',
    'pins:read',
    'pins:read_secret',
  ]);
}
