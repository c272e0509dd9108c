import { expect, test } from 'vitest';
import { inGroups } from './groups.ts';

const isHeavy = (name: string) => name.startsWith('H');

test('addresses stay together, and few of the pictures whose bytes are read', () => {
  expect(inGroups(['a', 'b', 'c'], isHeavy, 2)).toEqual([['a', 'b', 'c']]);
  expect(inGroups(['a', 'H1', 'b', 'H2', 'c', 'H3', 'd'], isHeavy, 2)).toEqual([
    ['a', 'H1', 'b', 'H2', 'c'],
    ['H3', 'd'],
  ]);
  expect(inGroups(['a', 'b', 'c'], isHeavy, 2, 2)).toEqual([['a', 'b'], ['c']]);
  expect(inGroups([], isHeavy, 2)).toEqual([]);
});
