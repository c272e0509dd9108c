import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from './cut.ts';

test('a text that fits stays as it is', () => {
  expect(cut('Plum cake', 9)).toBe('Plum cake');
});

test.each([
  ['a surrogate pair', 'ab🍰', 3, 'ab'],
  ['a family joined by zero-width joiners', 'a👨‍👩‍👧‍👦', 8, 'a'],
  ['a letter with its accent apart', 'cafe\u0301', 4, 'caf'],
  ['a flag', '🇵🇹🇪🇸', 6, '🇵🇹'],
])('the cut falls before %s, never inside', (_, text, most, kept) => {
  expect(cut(text, most)).toBe(kept);
});

test('a cut text is a beginning of the text, fits, and ends between two characters', () => {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-composite' }), fc.nat(60), (text, most) => {
      const kept = cut(text, most);
      expect(text.startsWith(kept)).toBe(true);
      expect(kept.length).toBeLessThanOrEqual(most);
      const borders = [...graphemes.segment(text)].map(({ index }) => index);
      expect([...borders, text.length]).toContain(kept.length);
    }),
  );
});

test('a million characters are cut at once', () => {
  expect(cut('🍰'.repeat(500_000), 100)).toBe('🍰'.repeat(50));
});
