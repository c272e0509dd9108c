import { expect, test } from 'vitest';
import { line } from '../../tests/store/contract.ts';
import { historyAsCsv, historyAsJson } from './history-export.ts';

test('a title that a spreadsheet would run is only shown', () => {
  const csv = historyAsCsv(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'].map((title) => ({ ...line('a', 0), title })));
  const titles = csv.split('\r\n').slice(1, -1);
  for (const row of titles) expect(row).toMatch(/^1970-01-01T00:00:00.000Z,saved,Recipes,'/);
});

test('commas, quotes and line breaks stay inside their cell', () => {
  const csv = historyAsCsv([{ ...line('a', 0), title: 'a, "b"\nc' }]);
  expect(csv).toContain('Recipes,"a, ""b""\nc",https://site.test/');
});

test('JSON gives every save with its time', () => {
  expect(JSON.parse(historyAsJson([line('a', 1000)]))).toMatchObject([{ 'saved at': '1970-01-01T00:00:01.000Z' }]);
});
