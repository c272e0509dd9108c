import { expect, test } from 'vitest';
import { readRoute } from './route.ts';

test.each([
  ['', { name: 'boards' }],
  ['#waiting', { name: 'waiting' }],
  ['#board/12', { name: 'board', boardId: '12' }],
  ['#board/12/34', { name: 'board', boardId: '12', sectionId: '34' }],
  ['#search/plum%20cake', { name: 'search', text: 'plum cake' }],
  ['#analytics', { name: 'analytics' }],
  ['#analytics/56', { name: 'pin-analytics', pinId: '56' }],
  ['#board/../../x', { name: 'boards' }],
  ['#search/%E0%A4%A', { name: 'boards' }],
  ['#toString', { name: 'boards' }],
])('the address %s means %o', (hash, route) => expect(readRoute(hash)).toEqual(route));
