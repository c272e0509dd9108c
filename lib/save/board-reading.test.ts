import { expect, test } from 'vitest';
import { readBoard } from './board-reading.ts';
import type { ListedPin } from './ports.ts';

let asked = 0;

/** Pages of two pins each, made at these times. */
async function* board(...times: number[]): AsyncGenerator<ListedPin[]> {
  asked = 0;
  for (let at = 0; at < times.length; at += 2) {
    asked++;
    yield times.slice(at, at + 2).map((createdServerMs, index) => pin(`${at + index}`, { createdServerMs }));
  }
}

function pin(id: string, changes: Partial<ListedPin> = {}): ListedPin {
  const empty = { title: '', description: '', link: '', pictureUrl: '' };
  return { id, createdServerMs: 0, ...empty, aspect: 0, isOwner: true, ...changes };
}

test('a board that was never out of order is read until a third page is wholly older', async () => {
  const reading = await readBoard(board(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), 6, undefined);
  expect([reading.isComplete, asked]).toEqual([true, 3]);
});

test('a board in any other order is read to its end', async () => {
  expect((await readBoard(board(1, 2, 3, 4, 5, 6, 7, 8), 9, undefined)).pins).toHaveLength(8);
  expect(asked).toBe(4);
  await readBoard(board(9, 8, 2, 1, 8, 7, 1, 0), 5, undefined);
  expect(asked).toBe(4);
});

test('a board of more than forty pages that has no order is read incompletely', async () => {
  const reading = await readBoard(board(...Array.from({ length: 100 }, (_, index) => index)), 1_000, undefined);
  expect([reading.isComplete, asked]).toEqual([false, 40]);
});

test('a pin that moved from one page to the next while reading counts once', async () => {
  async function* moving() {
    yield [pin('1'), pin('2')];
    yield [pin('2'), pin('3')];
  }
  expect((await readBoard(moving(), 0, undefined)).pins).toHaveLength(3);
});

test('pins of its sections do not count for the board itself', async () => {
  async function* mixed() {
    yield [pin('1'), pin('2', { sectionId: '5' })];
  }
  expect((await readBoard(mixed(), 0, undefined)).pins.map(({ id }) => id)).toEqual(['1']);
  expect((await readBoard(mixed(), 0, '5')).pins).toHaveLength(2);
});
