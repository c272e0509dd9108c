import { expect, test } from 'vitest';
import { offeredBoards } from './offered.ts';

const place = (boardId: string, label: string) => ({ boardId, label, secret: false });
const soups = place('1', 'Soups');
const cakes = place('2', 'Cakes');
const garden = place('3', 'Garden');
const zoo = place('4', 'Zoo');
const names = (boards: { label: string }[]) => boards.map(({ label }) => label);

test('favourites come first, then boards as they were used, none twice', () => {
  const offered = offeredBoards({ favourites: [zoo, cakes], recent: [soups, cakes, garden] }, 'recent', 8);
  expect(names(offered)).toEqual(['Zoo', 'Cakes', 'Soups', 'Garden']);
});

test('by name, the boards used last are put in order, and the same ones are offered', () => {
  expect(names(offeredBoards({ favourites: [], recent: [soups, zoo, cakes] }, 'name', 2))).toEqual(['Soups', 'Zoo']);
});

test('a short menu cuts favourites too', () => {
  expect(names(offeredBoards({ favourites: [zoo, cakes], recent: [soups] }, 'recent', 1))).toEqual(['Zoo']);
});
