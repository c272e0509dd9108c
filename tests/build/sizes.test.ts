import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { gzipped, kB, output, scriptsOf } from './weights.ts';

/**
 * Most bytes, gzipped, that each part may weigh. Above the goals of the design (35 KB) are the worker, and all of the
 * popup together: docs/performance.md says why. They may shrink, and never grow unseen.
 */
test.each([
  ['what is injected to collect', 5 * kB, () => gzipped('collect.js')],
  ['what is injected to try larger versions', 1 * kB, () => gzipped('check.js')],
  ['the toast', 17 * kB, () => gzipped('toast.js')],
  ['the hover button', 4 * kB, () => gzipped('hover.js')],
  ['the worker', 82 * kB, () => gzipped('background.js')],
  ['what the popup waits for to open', 34.5 * kB, () => gzipped(...scriptsOf('popup.html', 'to open'))],
  ['all that the popup may load', 62 * kB, () => gzipped(...scriptsOf('popup.html', 'in all'))],
])('%s stays within %i bytes, gzipped', (_, most, measure) => {
  const bytes = measure();
  expect(bytes).toBeGreaterThan(300);
  expect(bytes).toBeLessThanOrEqual(most);
});

test('the library is its own bundle: it shares no file with the popup', () => {
  const library = scriptsOf('library.html', 'in all');
  expect(library.length).toBeGreaterThan(0);
  expect(scriptsOf('popup.html', 'in all').filter((file) => library.includes(file))).toEqual([]);
});

test('what reads the page is one file, which the popup’s page names: it waits for no third', () => {
  const page = readFileSync(path.join(output, 'popup.html'), 'utf8');
  const [, reading = ''] = /rel="modulepreload" href="\/([^"]+)"/.exec(page) ?? [];
  const source = readFileSync(path.join(output, reading), 'utf8');
  const needed = [...source.matchAll(/from\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, file]) => `chunks/${file}`);
  expect(needed.length).toBeGreaterThan(0);
  expect(scriptsOf('popup.html', 'to open')).toEqual(expect.arrayContaining(needed));
});

test('every style stands in a page: what is loaded later brings none', () => {
  const pages = readdirSync(output).filter((file) => file.endsWith('.html'));
  const linked = pages.map((page) => readFileSync(path.join(output, page), 'utf8')).join('\n');
  const styles = readdirSync(path.join(output, 'assets')).filter((file) => file.endsWith('.css'));
  expect(styles.length).toBeGreaterThan(3);
  expect(styles.filter((file) => !linked.includes(`/assets/${file}`))).toEqual([]);
});

test('no script makes code from strings, and nothing is fetched from elsewhere to be run', () => {
  const scripts = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const found = scripts.filter((file) =>
    /\beval\(|new Function\(|importScripts\(/.test(readFileSync(path.join(output, file), 'utf8')),
  );
  expect(found).toEqual([]);
});
