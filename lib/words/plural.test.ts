import { expect, test } from 'vitest';
import { createPlural } from './plural.ts';
import type { Translate } from './translate.ts';

const words: Readonly<Record<string, string>> = {
  'popup.savePins_one': 'one: $1',
  'popup.savePins_few': 'few: $1',
  'popup.savePins_other': 'other: $1',
};
const translate: Translate = (key, ...values) => (words[key] ?? '').replace('$1', String(values[0]));

test.each([
  ['en', 1, 'one: 1'],
  ['en', 1204, 'other: 1,204'],
  ['ar', 3, 'few: 3'],
  ['de', 1204, 'other: 1.204'],
])('%s says %i as "%s"', (locale, count, sentence) => {
  expect(createPlural(translate, new Intl.PluralRules(locale))('popup.savePins', count)).toBe(sentence);
});

test('a category that the locale lacks falls back to other', () => {
  expect(createPlural(translate, new Intl.PluralRules('ar'))('popup.savePins', 0)).toMatch(/^other/);
});
