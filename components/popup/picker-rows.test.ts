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
  test('nothing typed: recent, suggested without the recent, then the others; boards that are gone leave no line', () => {
    const rows = toRows(boards, '', closed);
    expect(rows.slice(0, 4).map((row) => [row.group, words(row)])).toEqual([
      ['recent', 'Recipes › Cakes'],
      ['recent', 'Garden'],
      ['suggested', 'Recipes'],
      ['others', 'Cipressi'],
    ]);
    expect(rows).toHaveLength(1 + list.length);
  });

  test('no line stands twice, and a board of which only a section is recent still has its own', () => {
    const lines = shown('');
    expect(new Set(lines).size).toBe(lines.length);
    expect(toRows({ ...boards, suggested: [] }, '', closed).map(words)).toContain('Recipes');
  });

  test('before anything was used, all boards stand under one heading', () => {
    const rows = toRows({ ...boards, recent: ['gone'], suggested: [] }, '', closed);
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(['all']));
    expect(rows).toHaveLength(list.length);
  });

  test('Create stands last, unless such a board exists', () => {
    expect(shown('gard')).toEqual(['Garden', '+ gard']);
    expect(shown('  GARDEN ')).toEqual(['Garden']);
  });

  test('an opened board shows its sections and a way to a new one', () => {
    expect(shown('', new Set(['suggested/1000'])).slice(2, 9)).toEqual([
      'Recipes',
      'Recipes › Cakes',
      'Recipes › Soups',
      'Recipes › Bread',
      'Recipes › Preserves',
      '+ Recipes › ',
      'Cipressi',
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
      ['others', 188, 248],
    ]);
    expect(layout.heightPx).toBe(436);
    expect(rowsBetween(layout, 0, 50)).toEqual([0, 1]);
    expect(rowsBetween(layout, 400, 900)).toEqual([7, 8]);
  });
});
