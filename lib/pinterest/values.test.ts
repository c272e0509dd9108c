import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NewPin } from './new-pin.ts';
import { check, parseTime, Text } from './values.ts';

test('a text is as long as it has code points, whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat({ max: 40 }), (text, max) => {
      expect(Text(max).safeParse(text).success).toBe([...text].length <= max);
    }),
  );
});

test.each([
  ['2025-05-21T01:13:01', Date.UTC(2025, 4, 21, 1, 13, 1)],
  ['2025-05-21T01:13:01Z', Date.UTC(2025, 4, 21, 1, 13, 1)],
  ['2025-05-21T01:13:01+02:00', Date.UTC(2025, 4, 20, 23, 13, 1)],
  ['yesterday', undefined],
  ['', undefined],
  [null, undefined],
])('the time “%s” is read as UTC, or not at all', (text, expected) => {
  expect(parseTime(text)).toBe(expected);
});

test('a refused value is named by its field and never quoted', () => {
  const pin = { board_id: '1', media_source: { source_type: 'image_url', url: 'data:secret' } };
  expect(() => check(NewPin, pin)).toThrow(/^media_source\.url: /);
  expect(() => check(NewPin, pin)).not.toThrow(/secret/);
});

test('ten megabytes of base64 are checked', () => {
  const data = 'QUJD'.repeat(2_500_000);
  const source = { source_type: 'image_base64', content_type: 'image/png', data };
  expect(() => check(NewPin, { board_id: '1', media_source: source })).not.toThrow();
  expect(() => check(NewPin, { board_id: '1', media_source: { ...source, data: `${data}\n` } })).toThrow('data');
});
