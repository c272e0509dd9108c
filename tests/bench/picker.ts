import type { Board } from '../../lib/boards/board.ts';
import { createBoardSearch } from '../../lib/boards/search.ts';
import { atMost, tell } from './lines.ts';

/**
 * `node tests/bench/picker.ts`: script a keystroke of the board search costs with 2,000 boards and 10,000 sections.
 * Goal (docs/performance.md): 4 ms at most. Words are typed letter by letter; the median and the worst of 20 rounds
 * count.
 */
const syllables = ['ra', 'li', 'mo', 'ten', 'ka', 'sou', 'per', 'gar', 'den', 'vi', 'cha', 'nu', 'crè', 'bo', 'ïl'];
let seed = 1;
const random = (below: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};
const word = () => Array.from({ length: 2 + random(2) }, () => syllables[random(syllables.length)]).join('');
const name = () => Array.from({ length: 1 + random(3) }, word).join(' ');

const boards: Board[] = Array.from({ length: 2000 }, (_, board) => ({
  id: String(board),
  name: name(),
  isSecret: false,
  sections: Array.from({ length: 5 }, (_, section) => ({ id: `${board}${section}`, name: name() })),
}));
const started = performance.now();
const search = createBoardSearch(boards, ['7', '9', '11/112']);
search('');
const indexMs = performance.now() - started;

const typed = ['soup', 'garden', 'recpies', 'la mora', 'gradne soup', 'zzzz', 'вишня', 'creme'];
const costs = new Map<string, number[]>();
for (let round = 0; round < 20; round++) {
  for (const text of typed) {
    for (let length = 1; length <= text.length; length++) {
      const query = text.slice(0, length);
      const before = performance.now();
      search(query);
      costs.set(query, [...(costs.get(query) ?? []), performance.now() - before]);
    }
  }
}
const medians = [...costs].map(([query, times]) => ({ query, ms: times.toSorted((a, b) => a - b)[10] ?? 0 }));
const worst = medians.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
console.log(`index of ${boards.length} boards and 10,000 sections: ${indexMs.toFixed(1)} ms`);
const usualMs = medians.toSorted((a, b) => a.ms - b.ms)[medians.length >> 1]?.ms ?? 0;
console.log(`median keystroke: ${usualMs.toFixed(2)} ms`);
for (const { query, ms } of worst) console.log(`  ${ms.toFixed(2)} ms  "${query}"`);
tell(
  atMost(
    'a keystroke in the picker, 2,000 boards with 10,000 sections, at worst',
    4,
    worst[0]?.ms ?? Number.NaN,
    'ms',
    `, usually ${usualMs.toFixed(2)}`,
  ),
);
