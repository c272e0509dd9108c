import { beforeEach, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import type { Item } from '../storage/item.ts';
import { type Linked, linksOnBoard } from './linked.ts';

type Value = z.infer<typeof Linked>;

let value: Value;
let asked: string[];
let nowMs: number;
let pins: (string | null)[][];

const stored: Item<Value> = {
  get: async () => value,
  async set(next) {
    value = next;
  },
  async update(change) {
    value = change(value);
    return value;
  },
  async remove() {
    value = undefined;
  },
  watch: () => () => undefined,
};
const on = (boardId: string, links: string[], connectionId = 'c') =>
  linksOnBoard(
    {
      stored,
      now: () => nowMs,
      async *pages(id) {
        asked.push(id);
        for (const page of pins) yield page.map((link) => ({ link }));
      },
    },
    connectionId,
    boardId,
    links,
  );

beforeEach(() => {
  value = undefined;
  asked = [];
  nowMs = 1_000_000;
  pins = [['https://a.example/cake', null], ['https://b.example/soup?id=2']];
});

test('says which links the board’s pins have, on whichever page they stand', async () => {
  const links = ['https://a.example/cake', 'https://a.example/pie', 'https://b.example/soup?id=2'];
  expect(await on('1', links)).toEqual(['https://a.example/cake', 'https://b.example/soup?id=2']);
});

test.each(['http://www.a.example/cake/', 'https://a.example/cake?utm_source=pinterest', 'https://a.example/cake#top'])(
  '%s leads to the same page',
  async (link) => {
    expect(await on('1', [link])).toEqual([link]);
  },
);

test.each(['https://b.example/soup', 'https://b.example/soup?id=3', 'https://b.example/soup/more?id=2'])(
  '%s leads to another page',
  async (link) => {
    expect(await on('1', [link])).toEqual([]);
  },
);

test('asks Pinterest once in ten minutes for a board, and of another account nothing is believed', async () => {
  await on('1', []);
  await on('1', []);
  expect(asked).toEqual(['1']);
  nowMs += 600_000;
  await on('1', []);
  await on('1', [], 'other');
  expect(asked).toEqual(['1', '1', '1']);
  expect(value?.connectionId).toBe('other');
});

test('keeps few boards, and reads none without end', async () => {
  pins = Array.from({ length: 30 }, (_, index) => [`https://a.example/${index}`]);
  expect(await on('1', ['https://a.example/7', 'https://a.example/8'])).toEqual(['https://a.example/7']);
  for (let board = 2; board < 20; board++) await on(`${board}`, []);
  expect(value?.boards.map(({ boardId }) => boardId)).toEqual(['19', '18', '17', '16', '15', '14', '13', '12']);
});
