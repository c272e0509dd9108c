import { expect, test } from 'vitest';
import { groupsOf } from './joins.ts';

const at = (name: string) => `https://a.test/${name}`;
const picture = (url: string, ...sizes: string[]) => ({ id: 0, url: at(url), sizes: sizes.map(at) });

test.each([
  [
    'a picture that only another one names as its size is that one',
    [picture('hero-480.jpg', 'hero-480.jpg', 'hero-1600.jpg'), picture('hero-1600.jpg')],
    [0, 0],
  ],
  [
    'it does not matter which of them comes first',
    [picture('hero-1600.jpg'), picture('hero-480.jpg', 'hero-480.jpg', 'hero-1600.jpg')],
    [0, 0],
  ],
  [
    'pictures that share two sizes are one, and so is what either names',
    [
      picture('a-480.jpg', 'a-480.jpg', 'a-960.jpg'),
      picture('a-1600.jpg', 'a-480.jpg', 'a-960.jpg', 'a-1600.jpg'),
      picture('a-960.jpg'),
    ],
    [0, 0, 0],
  ],
  [
    'a placeholder that several pictures name does not make them one, nor is it one of them',
    [
      picture('blank.gif'),
      picture('a.jpg', 'a.jpg', 'blank.gif'),
      picture('b.jpg', 'b.jpg', 'blank.gif'),
      picture('c.jpg', 'blank.gif'),
    ],
    [0, 1, 2, 3],
  ],
  ['what a host makes of one original is one picture', [picture('pie-300x200.jpg'), picture('pie.jpg?w=90')], [0, 0]],
  [
    'pictures that only look alike are different',
    [picture('pie-1.jpg'), picture('pie-2.jpg'), picture('pie.jpg')],
    [0, 1, 2],
  ],
  [
    'pictures without an address are themselves',
    [
      { id: 1, sizes: [] },
      { id: 2, sizes: [] },
    ],
    [0, 1],
  ],
])('%s', (_, pictures, groups) => {
  expect(groupsOf(pictures)).toEqual(groups);
});
