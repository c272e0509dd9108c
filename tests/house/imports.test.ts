import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

type Import = { from: string; to: string; isType: boolean };

const files = ['entrypoints', 'components', 'lib', 'relay'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
);
const imports = files.flatMap(importsOf);

/** Every import of a file: project files by their path from the root, packages by their name. */
function importsOf(from: string): Import[] {
  const source = readFileSync(path.join(root, from), 'utf8').replace(/^\s*\/\/.*$/gm, '');
  const statements = source.matchAll(
    /(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'|import\s*\(?\s*'([^']+)'/g,
  );
  return [...statements].map(([, typeKeyword, names = '', target, bare]) => {
    const name = target ?? bare ?? '';
    const to = name.startsWith('.') ? path.posix.join(path.posix.dirname(from), name) : name;
    return { from, to, isType: Boolean(typeKeyword) || areAllTypes(names) };
  });
}

function areAllTypes(names: string): boolean {
  const inside = names.match(/^\{([\s\S]*)\}$/)?.[1];
  return (
    Boolean(inside?.trim()) && (inside ?? '').split(',').every((name) => !name.trim() || /^type\s/.test(name.trim()))
  );
}

const roomOf = (file: string) => file.match(/^lib\/([^/]+)\//)?.[1];
const inRoom =
  (...rooms: string[]) =>
  ({ from }: Import) =>
    rooms.includes(roomOf(from) ?? '');
const values = imports.filter(({ isType }) => !isType);
const shown = (found: Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

/** Schemas of lib/save that messages are made of. */
const savesShapes = new Set(['lib/save/request.ts', 'lib/save/job-state.ts']);

/** What every room may use. */
const inNoRoom = new Set(['lib/failure.ts', 'lib/shapes.ts']);

/** Every project file that a file brings into its bundle, itself included. */
function bundleOf(entry: string): Set<string> {
  const seen = new Set<string>();
  const queue = [entry];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    queue.push(...values.filter(({ from }) => from === file).map(({ to }) => to));
  }
  return seen;
}

describe('the rooms of the house', () => {
  test('the reader of imports sees the whole house', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test('every relative import leads to a file', () => {
    const known = new Set(files);
    const broken = imports.filter(
      ({ to }) => /^(lib|components|entrypoints|relay)\/.*\.tsx?$/.test(to) && !known.has(to),
    );
    expect(shown(broken)).toEqual([]);
  });

  test('components take only types from lib', () => {
    expect(shown(values.filter(({ from, to }) => from.startsWith('components/') && to.startsWith('lib/')))).toEqual([]);
  });

  test('components know no browser API', () => {
    const found = imports.filter(
      ({ from, to }) => from.startsWith('components/') && /^(wxt\/|@wxt-dev\/|#i18n)/.test(to),
    );
    expect(shown(found)).toEqual([]);
  });

  test.each(['page', 'words'])('lib/%s imports no sibling room', (room) => {
    const found = imports
      .filter(inRoom(room))
      .filter(({ to }) => to.startsWith('lib/') && !inNoRoom.has(to) && roomOf(to) !== room);
    expect(shown(found)).toEqual([]);
  });

  test('save leads to pinterest and pinterest to account, never back', () => {
    const back = [
      ...imports.filter(inRoom('pinterest', 'account')).filter(({ to }) => roomOf(to) === 'save'),
      ...imports.filter(inRoom('account')).filter(({ to }) => roomOf(to) === 'pinterest'),
    ];
    expect(shown(back.filter(({ isType }) => !isType))).toEqual([]);
  });

  test('only the browser, storage, messages, account and gesture rooms touch the browser', () => {
    const allowed = new Set(['browser', 'storage', 'messages', 'account', 'gesture']);
    const found = values.filter(
      ({ from, to }) =>
        /^(wxt\/browser|@wxt-dev\/browser)$/.test(to) && from.startsWith('lib/') && !allowed.has(roomOf(from) ?? ''),
    );
    expect(shown(found)).toEqual([]);
  });

  test('no token code can be bundled into a page or into a script on a page', () => {
    const entries = files.filter(
      (file) => /^entrypoints\/(?!background)[^.]+\.tsx?$/.test(file) && /(main|index|collect|hover)\.tsx?$/.test(file),
    );
    expect(entries.length).toBeGreaterThan(3);
    const found = entries.flatMap((entry) =>
      [...bundleOf(entry)]
        .filter(
          (file) => /^lib\/(account|pinterest)\//.test(file) || (/^lib\/save\//.test(file) && !savesShapes.has(file)),
        )
        .map((file) => `${entry} → ${file}`),
    );
    expect(found).toEqual([]);
  });

  test('nothing imports an entrypoint', () => {
    const found = imports.filter(({ from, to }) => to.startsWith('entrypoints/') && !from.startsWith('entrypoints/'));
    expect(shown(found)).toEqual([]);
  });
});
