import { expect, test } from 'vitest';
import type { HistoryLine } from '../messages/library-views.ts';
import { choicesOf, searchHistory, wholeHistory } from './history-search.ts';

const line = (id: string, title: string, board: string, pageUrl: string, day: string): HistoryLine => ({
  id,
  title,
  board,
  pageUrl,
  pageTitle: 'A page',
  pictureUrl: '',
  savedAtMs: new Date(`${day}T12:00:00`).getTime(),
  outcome: 'saved',
});
const lines = [
  line('1', 'Crème brûlée', 'Recipes', 'https://www.kitchen.test/a', '2026-03-09'),
  line('2', 'Plum cake', 'Recipes › Cakes', 'https://kitchen.test/b', '2026-03-05'),
  line('3', 'Roses', 'Garden', 'https://garden.test/', '2026-02-01'),
  line('4', 'Pasted', '', '', '2026-01-01'),
];
const found = (query: Partial<typeof wholeHistory>) =>
  searchHistory(lines, { ...wholeHistory, ...query }).map(({ id }) => id);

test('an empty search gives everything in its order', () => expect(found({})).toEqual(['1', '2', '3', '4']));

test.each([
  ['creme', ['1']],
  ['CAKE plum', ['2']],
  ['recipes', ['1', '2']],
  ['kitchen', ['1', '2']],
  ['plum roses', []],
])('the words "%s" are found whatever their case, accents and order', (words, ids) => {
  expect(found({ words })).toEqual(ids);
});

test('a site, a board and days narrow it down, alone and together', () => {
  expect(found({ site: 'kitchen.test' })).toEqual(['1', '2']);
  expect(found({ board: 'Recipes' })).toEqual(['1']);
  expect(found({ fromDay: '2026-03-05', toDay: '2026-03-08' })).toEqual(['2']);
  expect(found({ toDay: '2026-02-01' })).toEqual(['3', '4']);
  expect(found({ site: 'kitchen.test', words: 'cake', fromDay: '2026-03-06' })).toEqual([]);
});

test('the choices are what the history holds', () => {
  expect(choicesOf(lines)).toEqual({
    sites: ['garden.test', 'kitchen.test'],
    boards: ['Garden', 'Recipes', 'Recipes › Cakes'],
  });
});
