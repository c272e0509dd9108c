import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Board } from './board.ts';
import { fold, foldWithMap } from './fold.ts';
import { boardLabel, createBoardSearch } from './search.ts';

const board = (id: string, name: string, ...sections: string[]): Board => ({
  id,
  name,
  isSecret: false,
  sections: sections.map((section, index) => ({ id: `${id}${index}`, name: section })),
});

const boards = [
  board('1', 'Recipes', 'Cakes', 'Soups', 'Bread & rolls'),
  board('2', 'Crème brûlée'),
  board('3', 'Garden soup kitchen'),
  board('4', '東京カフェ', '渋谷'),
  board('5', 'وصفات الطبخ', 'حَلْوَى'),
  board('6', 'Straße'),
  board('7', 'Сад и огород'),
  board('8', 'ＦＵＬＬ width'),
];

const labels = (query: string, recent?: string[]) =>
  createBoardSearch(boards, recent)(query).map((match) => boardLabel(match.board, match.section));

describe('the search in boards', () => {
  test('"soup" finds Recipes › Soups', () => {
    expect(labels('soup')).toEqual(['Recipes › Soups', 'Garden soup kitchen']);
  });

  test('a board that is called just what was typed comes first', () => {
    const numbered = ['Board 17', 'Board 70', 'board 7', 'Board 27'].map((name, index) => board(`${index}`, name));
    expect(createBoardSearch(numbered, ['1'])('Board 7')[0]?.board.name).toBe('board 7');
  });

  test.each([
    ['creme BRULEE', 'Crème brûlée'],
    ['CRÈME', 'Crème brûlée'],
    ['strasse', 'Straße'],
    ['full', 'ＦＵＬＬ width'],
    ['東京', '東京カフェ'],
    ['渋谷', '東京カフェ › 渋谷'],
    ['كيك', undefined],
    ['الطبخ', 'وصفات الطبخ'],
    ['حلوى', 'وصفات الطبخ › حَلْوَى'],
    ['огород', 'Сад и огород'],
    ['recipes soup', 'Recipes › Soups'],
    ['bread rolls', 'Recipes › Bread & rolls'],
  ])('%s finds %s first, whatever the case, accents and width', (query, first) => {
    expect(labels(query)[0]).toBe(first);
  });

  test.each([
    ['recpies', 'Recipes'],
    ['recxipes', 'Recipes'],
    ['gardem', 'Garden soup kitchen'],
    ['kitchn', 'Garden soup kitchen'],
    ['огарод', 'Сад и огород'],
  ])('%s, with one typo, still finds %s', (query, found) => {
    expect(labels(query)).toContain(found);
  });

  test('recent boards and sections come first', () => {
    expect(labels('soup', ['3'])).toEqual(['Garden soup kitchen', 'Recipes › Soups']);
  });

  test('a board stands before its own sections', () => {
    expect(labels('reci', ['1/10'])[0]).toBe('Recipes');
  });

  test('nothing but marks and spaces finds nothing', () => {
    expect(labels('  › ! ')).toEqual([]);
  });

  test('the words found are marked where they stand, accents included', () => {
    const [match] = createBoardSearch(boards)('brulee creme');
    const label = match ? boardLabel(match.board, match.section) : '';
    const [from = 0, to = 0, next = 0, end = 0] = match?.ranges ?? [];
    expect([label.slice(from, to), label.slice(next, end)]).toEqual(['Crème', 'brûlée']);
  });

  test('whatever is typed, marks are in order, do not overlap and lie inside the label', () => {
    const search = createBoardSearch(boards);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (query) => {
        for (const { board: found, section, ranges } of search(query)) {
          const edges = [0, ...ranges, boardLabel(found, section).length];
          expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test('every board is found by its own name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 20 }), (names) => {
        const own = names.map((name, index) => board(String(index), name));
        const search = createBoardSearch(own);
        for (const each of own) {
          if (!/[\p{L}\p{N}]/u.test(fold(each.name))) continue;
          expect(search(each.name).map((match) => match.board.id)).toContain(each.id);
        }
      }),
    );
  });
});

test('folding keeps a way back to the text it came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { folded, starts } = foldWithMap(text);
      expect(starts).toHaveLength(folded.length + 1);
      expect(starts.at(-1)).toBe(text.length);
    }),
  );
});
