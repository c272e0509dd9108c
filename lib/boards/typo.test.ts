import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startsWithTypo } from './typo.ts';

test.each([
  ['wrong', 'gardem'],
  ['missing', 'gaden'],
  ['too many', 'garrden'],
  ['swapped', 'gadren'],
  ['wrong at the start', 'harden'],
  ['missing at the start', 'arden'],
  ['wrong at the end of what was typed', 'gards'],
])('one letter %s is forgiven', (_, word) => {
  expect(startsWithTypo(' my garden', word)).toBe(true);
});

test.each(['gadrne', 'kitchen', 'gxxden', 'den'])('"%s" is not nearly "garden"', (word) => {
  expect(startsWithTypo(' my garden', word)).toBe(false);
});

test('in words of three letters nothing is forgiven', () => {
  expect(startsWithTypo(' cat', 'car')).toBe(false);
  expect(startsWithTypo(' cat', 'cat')).toBe(true);
});

test('any one edit of any word is found again', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdeäжك京'), minLength: 5, maxLength: 12 });
  const edit = fc.record({ at: fc.nat(11), kind: fc.constantFrom('replace', 'remove', 'insert', 'swap') });
  fc.assert(
    fc.property(letters, edit, (word, { at: wanted, kind }) => {
      const at = wanted % (word.length - 1);
      const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
      const edits = {
        replace: `${before}z${next}${after}`,
        remove: `${before}${next}${after}`,
        insert: `${before}z${here}${next}${after}`,
        swap: `${before}${next}${here}${after}`,
      };
      expect(startsWithTypo(` first ${word} last`, edits[kind])).toBe(true);
    }),
  );
});
