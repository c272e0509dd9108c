import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Settings } from '../../lib/settings/settings.ts';
import { exportSettings, readSettings } from '../../lib/settings/transfer.ts';

// One stored example of every version that was ever released; a new version adds a file and changes none.
const examples = readdirSync(import.meta.dirname).filter((file) => /^v\d+\.json$/.test(file));
const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, file), 'utf8'));
const current = Settings.parse({});

test('every version of the settings has an example, the current one too', () => {
  expect(examples).toContain(`v${current.version}.json`);
});

test.each(examples)('settings stored as in %s are understood', (file) => {
  const stored = read(file);
  expect(Settings.parse(stored)).toEqual(stored);
  for (const [name, value] of Object.entries(stored)) {
    if (name !== 'version')
      expect(value, `${name} in the example should differ from the default`).not.toEqual(
        current[name as keyof Settings],
      );
  }
});

test.each(Object.keys(current))('a bad value of "%s" falls back by itself', (name) => {
  const stored = read('v1.json');
  const parsed = Settings.parse({ ...stored, [name]: { not: 'this' } });
  expect(parsed).toEqual({ ...stored, [name]: current[name as keyof Settings] });
});

test('settings survive the way out to a file and back', () => {
  const chosen = Settings.parse(read('v1.json'));
  expect(readSettings(exportSettings(chosen))).toEqual(chosen);
});

test.each(['', 'null', '[]', '{"settings":{}}', '{"tack":"settings","version":9,"settings":{}}', '<html>'])(
  'a file that is no export (%s) is refused',
  (text) => {
    expect(() => readSettings(text)).toThrow(expect.objectContaining({ code: 'settings-unreadable' }));
  },
);

test('a file with one strange value brings the others', () => {
  const text = JSON.stringify({ tack: 'settings', version: 1, settings: { theme: 'dark', menuLength: 99, evil: 1 } });
  expect(readSettings(text)).toEqual({ ...current, theme: 'dark' });
});
