import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const locales = readdirSync(path.join(root, 'locales')).map((file) => path.basename(file, '.yml'));
const read = (locale: string) => readFileSync(path.join(root, 'docs/store', `${locale}.md`), 'utf8');

/** The parts of a store text, under the labels that all languages share. */
function partsOf(locale: string) {
  const text = read(locale);
  const line = (label: string) => text.match(new RegExp(`^\\*\\*${label}\\*\\*[^:]*: (.+)$`, 'm'))?.[1] ?? '';
  const description = text.match(/\*\*Description\*\*\n\n([\s\S]+?)(?=\n\*\*|$(?![\s\S]))/)?.[1] ?? '';
  return { name: line('Name'), summary: line('Summary'), description };
}

const pieces = (description: string) => ({
  paragraphs: description.trim().split('\n\n').length,
  bullets: description.match(/^• /gm)?.length,
});

test('every language of Tack has its store text, and no other', () => {
  const written = readdirSync(path.join(root, 'docs/store')).map((file) => path.basename(file, '.md'));
  expect(written.toSorted()).toEqual(locales.toSorted());
});

test.each(locales)("%s keeps to the stores' limits, and says all that English says", (locale) => {
  const { name, summary, description } = partsOf(locale);
  expect(name).toMatch(/^Tack\s?[:：]/);
  expect(name.length).toBeLessThanOrEqual(75);
  expect(summary.length).toBeGreaterThan(20);
  expect(summary.length).toBeLessThanOrEqual(132);
  expect(description.length).toBeLessThanOrEqual(16_000);
  expect(pieces(description)).toEqual(pieces(partsOf('en').description));
  if (locale !== 'en') expect(description).not.toContain('picture');
});

test.each(locales)("%s fits the manifest's own limits", (locale) => {
  const words = readFileSync(path.join(root, 'locales', `${locale}.yml`), 'utf8');
  const description = words.match(/^extDescription: (.+)$/m)?.[1] ?? '';
  expect(description.length).toBeGreaterThan(10);
  expect(description.length).toBeLessThanOrEqual(132);
});
