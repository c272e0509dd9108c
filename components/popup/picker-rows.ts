import type { Board, BoardMatch, Section } from '../../lib/boards/board.ts';
import type { Target } from '../../lib/save/request.ts';
import { fold } from '../ui/fold.ts';
import type { Boards } from './model.ts';

export type RowGroup = 'recent' | 'suggested' | 'all' | 'others' | 'found';

/** One line of the picker's list. */
export type Row =
  | { readonly kind: 'board'; readonly group: RowGroup; readonly board: Board; readonly ranges: readonly number[] }
  | {
      readonly kind: 'section';
      readonly group: RowGroup;
      readonly board: Board;
      readonly section: Section;
      readonly ranges: readonly number[];
    }
  | { readonly kind: 'new-board'; readonly group: 'found'; readonly name: string }
  /** Without a name yet it asks for one. */
  | { readonly kind: 'new-section'; readonly group: RowGroup; readonly board: Board; readonly name: string }
  | { readonly kind: 'loading'; readonly group: RowGroup; readonly board: Board };

/** Stands between a board and its section, in labels and when typed. */
export const separator = ' › ';

/**
 * The lines for what was typed: nothing typed gives the recent, the suggested and the other boards; else what the search
 * found, then *Create*. "Recipes › so" looks among that board's sections. Boards in `opened` show theirs below them.
 */
export function toRows(boards: Boards, query: string, opened: ReadonlySet<string>): Row[] {
  const inside = splitQuery(boards.list, query);
  if (inside) return sectionRows(inside.board, inside.rest);
  const typed = query.trim();
  if (typed) {
    const found = boards
      .search(typed)
      .filter(({ board, section }) => !section || !opened.has(`found/${board.id}`))
      .flatMap((match) => withSections(toRow(match, 'found'), opened));
    const exists = boards.list.some((board) => same(board.name, typed));
    return exists ? found : [...found, { kind: 'new-board', group: 'found', name: typed }];
  }
  const byId = new Map(boards.list.map((board) => [board.id, board]));
  const listed = (ids: readonly string[], group: RowGroup) =>
    ids.flatMap((id) => toRow(resolve(byId, id), group) ?? []).flatMap((row) => withSections(row, opened));
  const recent = new Set(boards.recent);
  const first = [
    ...listed(boards.recent, 'recent'),
    ...listed(
      boards.suggested.filter((id) => !recent.has(id)),
      'suggested',
    ),
  ];
  // Nothing stands twice: a screen reader would count it twice, too.
  const listedBoards = new Set(first.map((row) => row.kind === 'board' && row.board.id));
  const rest = boards.list.filter(({ id }) => !listedBoards.has(id));
  const group = first.length > 0 ? 'others' : 'all';
  return [...first, ...rest.flatMap((board) => withSections({ kind: 'board', group, board, ranges: [] }, opened))];
}

/** "Recipes › so" is the board Recipes and the rest "so"; `>` and `/` will do as well. */
export function splitQuery(list: readonly Board[], query: string): { board: Board; rest: string } | undefined {
  const [, name, rest = ''] = /^\s*(.+?)\s*[›>/]\s*(.*)$/.exec(query) ?? [];
  if (!name) return undefined;
  const board = list.find((candidate) => same(candidate.name, name));
  return board && { board, rest: rest.trim() };
}

function sectionRows(board: Board, rest: string): Row[] {
  if (!board.sections) return [{ kind: 'loading', group: 'found', board }];
  const fits = board.sections.filter((section) => fold(section.name).includes(fold(rest)));
  const rows: Row[] = fits.map((section) => ({ kind: 'section', group: 'found', board, section, ranges: [] }));
  const exists = board.sections.some((section) => same(section.name, rest));
  return exists || !rest ? rows : [...rows, { kind: 'new-section', group: 'found', board, name: rest }];
}

function resolve(byId: ReadonlyMap<string, Board>, id: string): BoardMatch | undefined {
  const [boardId = '', sectionId] = id.split('/');
  const board = byId.get(boardId);
  if (!board || sectionId === undefined) return board && { board, ranges: [] };
  const section = board.sections?.find((candidate) => candidate.id === sectionId);
  return section && { board, section, ranges: [] };
}

function toRow(match: BoardMatch, group: RowGroup): Row;
function toRow(match: BoardMatch | undefined, group: RowGroup): Row | undefined;
function toRow(match: BoardMatch | undefined, group: RowGroup): Row | undefined {
  if (!match) return undefined;
  const { board, section, ranges } = match;
  return section ? { kind: 'section', group, board, section, ranges } : { kind: 'board', group, board, ranges };
}

function withSections(row: Row, opened: ReadonlySet<string>): Row[] {
  if (row.kind !== 'board' || !opened.has(`${row.group}/${row.board.id}`)) return [row];
  const { board, group } = row;
  if (!board.sections) return [row, { kind: 'loading', group, board }];
  return [
    row,
    ...board.sections.map((section): Row => ({ kind: 'section', group, board, section, ranges: [] })),
    { kind: 'new-section', group, board, name: '' },
  ];
}

/** Where a save goes when this line is chosen; undefined when the line asks for more first. */
export function toTarget(row: Row): Target | undefined {
  switch (row.kind) {
    case 'board':
      return { boardId: row.board.id, label: row.board.name, secret: row.board.isSecret };
    case 'section':
      return {
        boardId: row.board.id,
        sectionId: row.section.id,
        label: row.board.name + separator + row.section.name,
        secret: row.board.isSecret,
      };
    case 'new-section':
      if (!row.name) return undefined;
      return {
        boardId: row.board.id,
        newSection: row.name,
        label: row.board.name + separator + row.name,
        secret: row.board.isSecret,
      };
    case 'new-board':
      return { newBoard: row.name, label: row.name, secret: false };
    default:
      return undefined;
  }
}

const same = (a: string, b: string) => fold(a).trim() === fold(b).trim();
