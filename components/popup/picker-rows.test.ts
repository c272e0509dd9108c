import { describe, expect, test } from 'vitest';
import { createBoardSearch } from '../../lib/boards/search.ts';
import { boards as madeUp } from '../../tests/gallery/made-up.ts';
import type { Boards } from './model.ts';
import { type Row, toRows, toTarget } from './picker-rows.ts';
import { layOutRows, rowsBetween } from './row-layout.ts';

const list = madeUp();
const boards: Boards = {
  state: 'ready',
  list,
  recent: ['1000/50', '1001', 'gone'],
  suggested: ['1000', '1001'],
  search: createBoardSearch(list, ['1000/50', '1001']),
};
const closed: ReadonlySet<string> = new Set();
const words = (row: Row) => {
  if (row.kind === 'new-board') return `+ ${row.name}`;
  const name = row.kind === 'section' ? `${row.board.name} › ${row.section.name}` : row.board.name;
  return row.kind === 'new-section' ? `+ ${name} › ${row.name}` : `${row.kind === 'loading' ? '… ' : ''}${name}`;
};
const shown = (query: string, opened = closed) => toRows(boards, query, opened).map(words);

describe('the lines of the picker', () => {
  test('nothing typed: recent, suggested without the recent, all; boards that are gone leave no line', () => {
    const rows = toRows(boards, '', closed);
    expect(rows.slice(0, 4).map((row) => [row.group, words(row)])).toEqual([
      ['recent', 'Recipes › Cakes'],
      ['recent', 'Garden'],
      ['suggested', 'Recipes'],
      ['all', 'Recipes'],
    ]);
    expect(rows).toHaveLength(3 + list.length);
  });

  test('Create stands last, unless such a board exists', () => {
    expect(shown('gard')).toEqual(['Garden', '+ gard']);
    expect(shown('  GARDEN ')).toEqual(['Garden']);
  });

  test('an opened board shows its sections and a way to a new one, only where it was opened', () => {
    expect(shown('', new Set(['suggested/1000'])).slice(2, 9)).toEqual([
      'Recipes',
      'Recipes › Cakes',
      'Recipes › Soups',
      'Recipes › Bread',
      'Recipes › Preserves',
      '+ Recipes › ',
      'Recipes',
    ]);
  });

  test('an opened board’s sections stand below it, not once more among what was found', () => {
    expect(shown('reci', new Set(['found/1000'])).filter((row) => row === 'Recipes › Cakes')).toHaveLength(1);
  });

  test('sections that were not read yet say that they are loading', () => {
    expect(shown('living', new Set(['found/1003']))).toContain('… Living room');
  });

  test.each(['Recipes › so', 'recipes > so', 'Recipes/so'])('"%s" looks among the board’s sections', (query) => {
    expect(shown(query)).toEqual(['Recipes › Soups', '+ Recipes › so']);
  });

  test('a line leads to its target; a new board is not secret at first', () => {
    const [first] = toRows(boards, 'Cipressi', closed);
    expect(first && toTarget(first)).toEqual({ boardId: '1002', label: 'Cipressi', secret: true });
    const [, create] = toRows(boards, 'gard', closed);
    expect(create && toTarget(create)).toEqual({ newBoard: 'gard', label: 'gard', secret: false });
    const [make] = toRows(boards, 'Recipes › Tarts', closed);
    expect(make && toTarget(make)).toEqual({
      boardId: '1000',
      newSection: 'Tarts',
      label: 'Recipes › Tarts',
      secret: false,
    });
  });

  test('groups stand below each other, their headings included', () => {
    const layout = layOutRows(toRows(boards, '', closed));
    expect(layout.groups.map(({ group, topPx, heightPx }) => [group, topPx, heightPx])).toEqual([
      ['recent', 0, 116],
      ['suggested', 116, 72],
      ['all', 188, 336],
    ]);
    expect(layout.heightPx).toBe(524);
    expect(rowsBetween(layout, 0, 50)).toEqual([0, 1]);
    expect(rowsBetween(layout, 500, 900)).toEqual([9, 10]);
  });
});
