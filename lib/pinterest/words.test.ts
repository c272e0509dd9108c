import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const sources = ['http', 'pinterest', 'account'].flatMap((room) =>
  readdirSync(path.join(root, 'lib', room))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(root, 'lib', room, file), 'utf8')),
);
const kinds = /^(offline|stopped|(answer|picture|pictures|link|board|section|pin|sign-in|relay|refresh|missing)-.+)$/;
const others =
  /^(no-connection|silent-server|server-error|rate-limited|invalid-value|trial-app|video-failed|bad-request)$/;
const codes = [
  ...new Set(sources.flatMap((source) => [...source.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((m) => m[1] ?? ''))),
].filter((text) => kinds.test(text) || others.test(text));

test('every failure of the client and of signing in has its sentence', () => {
  const locale = readFileSync(path.join(root, 'locales/en.yml'), 'utf8');
  const sentences = locale.slice(locale.indexOf('\nerror:'));
  const key = (code: string) => code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect(codes.length).toBeGreaterThan(45);
  expect(codes.filter((code) => !sentences.includes(`\n  ${key(code)}: `))).toEqual([]);
});
