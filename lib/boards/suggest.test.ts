import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BoardHint, suggestBoards } from './suggest.ts';

const hint = (boardId: string, pageUrl: string, words = ''): BoardHint => ({ boardId, pageUrl, words });

test('the board that pictures of this site went to is suggested', () => {
  const hints = [hint('recipes', 'https://www.kitchen.test/soup'), hint('garden', 'https://roses.test/')];
  expect(suggestBoards(hints, { pageUrl: 'https://kitchen.test/cake', words: '' })).toEqual(['recipes']);
});

test('words do it on a site never seen, whatever their case and accents', () => {
  const hints = [
    hint('recipes', 'https://a.test/', 'Crème brûlée'),
    hint('garden', 'https://b.test/', 'Climbing roses'),
  ];
  expect(suggestBoards(hints, { pageUrl: 'https://new.test/', words: 'CREME BRULEE with berries' })).toEqual([
    'recipes',
  ]);
});

test('a word that stands on many boards says little', () => {
  const hints = ['a', 'b', 'c', 'd'].map((board) => hint(board, 'https://x.test/', 'Wonderful'));
  expect(suggestBoards(hints, { pageUrl: 'https://new.test/', words: 'Wonderful' })).toEqual([]);
});

test('of two boards of a site the one used more often comes first, and newer saves count more', () => {
  const site = 'https://shop.test/';
  const often = [hint('wishes', site), hint('gifts', site), hint('wishes', site)];
  expect(suggestBoards(often, { pageUrl: site, words: '' })).toEqual(['wishes', 'gifts']);
  const moved = [
    hint('new', site),
    ...Array.from({ length: 60 }, () => hint('else', 'https://y.test/')),
    hint('old', site),
  ];
  expect(suggestBoards(moved, { pageUrl: site, words: '' })).toEqual(['new']);
});

test('nothing is suggested to somebody who saved nothing, nor for a page without an address', () => {
  expect(suggestBoards([], { pageUrl: 'https://a.test/', words: 'soup' })).toEqual([]);
  expect(suggestBoards([hint('a', '')], { pageUrl: '', words: '' })).toEqual([]);
});

test('at most three boards, each once and each one of the history, whatever it holds', () => {
  const hints = fc.array(
    fc.record({ boardId: fc.stringMatching(/^[a-f]$/), pageUrl: fc.webUrl(), words: fc.string() }),
  );
  fc.assert(
    fc.property(hints, fc.webUrl(), fc.string(), (given, pageUrl, words) => {
      const found = suggestBoards(given, { pageUrl, words });
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found).size).toBe(found.length);
      expect(given.map(({ boardId }) => boardId)).toEqual(expect.arrayContaining(found));
    }),
  );
});
