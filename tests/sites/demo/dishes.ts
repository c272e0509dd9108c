/** A dish of the demo blog: its words, and the colours that its picture is painted with. */
export interface Dish {
  readonly slug: string;
  readonly name: string;
  readonly note: string;
  readonly table: readonly [string, string];
  readonly plate: string;
  readonly food: readonly string[];
  readonly garnish: string;
  /** Width over height. */
  readonly aspect: number;
}

export const DISHES: readonly Dish[] = [
  {
    slug: 'lemon-tart',
    name: 'Lemon tart with toasted meringue',
    note: 'Sharp, cold and finished with a blowtorch.',
    table: ['#e9dcc5', '#b99f7b'],
    plate: '#faf7f0',
    food: ['#f5cf45', '#f9e27d', '#d99a3c'],
    garnish: '#7da453',
    aspect: 2 / 3,
  },
  {
    slug: 'tomato-soup',
    name: 'Roasted tomato soup',
    note: 'An hour in the oven, ten minutes on the stove.',
    table: ['#3f4a4f', '#20272b'],
    plate: '#e8e2d6',
    food: ['#c8402a', '#e2673f', '#a32d1e'],
    garnish: '#4f8a3c',
    aspect: 4 / 5,
  },
  {
    slug: 'berry-pavlova',
    name: 'Berry pavlova',
    note: 'Crisp outside, marshmallow within.',
    table: ['#d8c8d6', '#9d86a3'],
    plate: '#ffffff',
    food: ['#f7f1ec', '#8c1f46', '#c7365f'],
    garnish: '#4b7a45',
    aspect: 1,
  },
  {
    slug: 'green-shakshuka',
    name: 'Green shakshuka',
    note: 'Leeks, spinach, six eggs, one pan.',
    table: ['#b0a38c', '#6d6350'],
    plate: '#2f3133',
    food: ['#5e8c3a', '#86ad52', '#f4d25a'],
    garnish: '#f2f0e6',
    aspect: 3 / 4,
  },
  {
    slug: 'rye-bread',
    name: 'Dark rye bread',
    note: 'Three days, most of them asleep.',
    table: ['#c9b79d', '#8c7357'],
    plate: '#a98256',
    food: ['#5a3a22', '#754c2c', '#432a18'],
    garnish: '#d8c29b',
    aspect: 3 / 2,
  },
  {
    slug: 'plum-cake',
    name: 'Plum cake',
    note: 'For the second half of September.',
    table: ['#dfd6ca', '#a7957f'],
    plate: '#f1ece4',
    food: ['#6b2547', '#8e3a5e', '#d9a45f'],
    garnish: '#e8d5b0',
    aspect: 2 / 3,
  },
  {
    slug: 'pea-risotto',
    name: 'Pea and mint risotto',
    note: 'Stir less than they tell you to.',
    table: ['#cfd6d2', '#8d9a94'],
    plate: '#fdfcf8',
    food: ['#e9e2bb', '#8fb556', '#6f9a3d'],
    garnish: '#3f7a4b',
    aspect: 4 / 5,
  },
  {
    slug: 'squash-salad',
    name: 'Squash, walnut and goat cheese',
    note: 'A salad that counts as dinner.',
    table: ['#4d463d', '#2a2520'],
    plate: '#d9d2c3',
    food: ['#e08a2c', '#c96a1d', '#f3ead7'],
    garnish: '#5f7f3a',
    aspect: 1,
  },
];

export function dishOf(slug: string): Dish | undefined {
  return DISHES.find((dish) => dish.slug === slug);
}
