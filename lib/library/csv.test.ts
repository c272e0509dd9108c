import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const line = (...cells: (string | number | null)[]) => csvOf([cells]).slice(1, -2);

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1'])(
  'a cell that begins like %j is made harmless',
  (cell) => expect(line(cell).replace(/^"/, '').startsWith("'")).toBe(true),
);

test('numbers stay numbers, even below zero, and nothing is an empty cell', () => {
  expect(line(-3, 0.25, null)).toBe('-3,0.25,');
});

test('commas, quotes and line breaks are kept', () => {
  expect(line('plum, cake', 'the "best"', 'two\nlines')).toBe('"plum, cake","the ""best""","two\nlines"');
});

test('rows end with CRLF, after a byte order mark', () => {
  expect(csvOf([['a'], ['b']])).toBe('\uFEFFa\r\nb\r\n');
});

test('whatever is written is read back, save for the apostrophe, and never starts a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const back = parse(line(...cells));
      expect(back.map((cell, index) => (cell === cells[index] ? cell : cell.replace(/^'/, '')))).toEqual(cells);
      for (const cell of back) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

/** Reads one record, as RFC 4180 says. */
function parse(record: string): string[] {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|$)/gy;
  for (let match = cell.exec(record); match; match = cell.exec(record)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') break;
  }
  return cells;
}
