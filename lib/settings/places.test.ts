import { expect, test } from 'vitest';
import { noPlaces, Places, siteOf, startingPlace } from './places.ts';

const recipes = { boardId: '1', label: 'Recipes', secret: false };
const garden = { boardId: '2', sectionId: '3', label: 'Garden › Trees', secret: false };

test.each([
  ['https://www.kitchen.test/recipes/plum-cake', 'kitchen.test'],
  ['kitchen.test', 'kitchen.test'],
  ['https://shop.kitchen.test:8443/', 'shop.kitchen.test'],
  ['chrome://extensions', undefined],
  ['not a site', undefined],
  ['', undefined],
])('the site of "%s" is %s', (address, site) => {
  expect(siteOf(address)).toBe(site);
});

test("a page starts at its site's board, and elsewhere at the one for all", () => {
  const places = { ...noPlaces('c'), start: recipes, bySite: [{ host: 'garden.test', place: garden }] };
  expect(startingPlace(places, 'https://www.garden.test/oak')).toEqual(garden);
  expect(startingPlace(places, 'https://other.test/')).toEqual(recipes);
  expect(startingPlace(noPlaces('c'), 'https://garden.test/')).toBeUndefined();
});

test('one unreadable part is dropped by itself', () => {
  const stored = { connectionId: 'c', start: { boardId: 'x' }, favourites: [recipes], bySite: 7 };
  expect(Places.parse(stored)).toEqual({ ...noPlaces('c'), favourites: [recipes] });
});
