import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = '.output/chrome-mv3/_locales';
const read = (locale: string): Record<string, string> => {
  const messages = JSON.parse(readFileSync(path.join(folder, locale, 'messages.json'), 'utf8'));
  return Object.fromEntries(Object.entries<{ message: string }>(messages).map(([key, { message }]) => [key, message]));
};

const english = read('en');
const locales = readdirSync(folder).filter((locale) => locale !== 'en');
const category = /_(zero|one|two|few|many|other)$/;
const isPlural = (key: string) => category.test(key) && key.replace(category, '_other') in english;
const base = (key: string) => key.replace(category, '');
const tag = (locale: string) => locale.replace('_', '-');
const placeholders = (message: string) => [...new Set(message.match(/\$\d/g))].sort();

/** Words that are the same in another language, by nature. */
const mayBeEqual = /^(extName|language|direction)$|_title$/;

/** Everything that a person reads is asked for by its key somewhere in the source. */
const source = ['entrypoints', 'components', 'lib']
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => path.join(room, file)))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .concat('wxt.config.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
/** Chromium's key for a key or `__MSG_…__` of the source. */
const asked = new Set(
  [...source.matchAll(/['"`_]([a-z]+[A-Za-z]*(?:[._][A-Za-z]+)*)(?=['"`]|__)/g)].map(([, key = '']) =>
    key.replace(/^_*MSG_/, '').replaceAll('.', '_'),
  ),
);
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('every language', () => {
  test('English names each thing once, and is asked for all of it', () => {
    const prefixes = [...source.matchAll(/`([a-z]+(?:\.[a-zA-Z]+)*)\.?\$\{/g)].map(([, prefix = '']) =>
      prefix.replaceAll('.', '_'),
    );
    const unused = Object.keys(english).filter((key) => {
      if (asked.has(key) || asked.has(base(key))) return false;
      if (key.startsWith('error_')) return !source.includes(`'${kebab(key.slice('error_'.length))}'`);
      return !prefixes.some((prefix) => prefix !== 'error' && key.startsWith(`${prefix}_`));
    });
    expect(unused).toEqual([]);
  });

  test.each(locales)('%s says everything that English says, in its own plurals', (locale) => {
    const messages = read(locale);
    const categories = new Intl.PluralRules(tag(locale)).resolvedOptions().pluralCategories;
    const wanted = Object.keys(english).flatMap((key) => {
      if (!isPlural(key)) return [key];
      return key.endsWith('_other') ? categories.map((one) => `${base(key)}_${one}`) : [];
    });
    expect(Object.keys(messages).sort()).toEqual(wanted.sort());
  });

  test.each(locales)('%s keeps the places where values stand', (locale) => {
    const messages = read(locale);
    const wrong = Object.entries(messages).filter(([key, message]) => {
      const original = english[key] ?? english[`${base(key)}_other`] ?? '';
      const missing = placeholders(original).filter((place) => !message.includes(place));
      // "One picture" may go without its number.
      return isPlural(key) ? missing.some((place) => place !== '$1') : missing.length > 0;
    });
    expect(wrong).toEqual([]);
  });

  test.each(locales)('%s is a translation: under 5 % of it is still English', (locale) => {
    const messages = read(locale);
    const equal = Object.keys(messages).filter((key) => messages[key] === english[key] && !mayBeEqual.test(key));
    expect(equal.length / Object.keys(messages).length, equal.join(', ')).toBeLessThan(0.05);
  });

  test.each(locales)('%s names its own language and direction', (locale) => {
    const { language, direction } = read(locale);
    expect(language).toBe(tag(locale));
    expect(direction).toBe(locale === 'ar' ? 'rtl' : 'ltr');
  });
});
