import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'tests/emulator/README.md'],
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
];
const texts = documents.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const roots = ['components', 'docs', 'entrypoints', 'lib', 'locales', 'public', 'relay', 'scripts', 'tests'];

test('every link in the documents leads to something that is there', () => {
  const links = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, to = '']) => (/^(https?:|#)/.test(to) ? [] : { file, to })),
  );
  expect(links.length).toBeGreaterThan(40);
  const leadsTo = ({ file, to }: { file: string; to: string }) =>
    path.join(path.dirname(file), decodeURI(to.split('#')[0] ?? ''));
  expect(links.filter((link) => !existsSync(leadsTo(link)))).toEqual([]);
});

test('every file and folder that the documents name is there', () => {
  const named = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?)`/g)].flatMap(([, name = '']) =>
      roots.includes(name.split('/')[0] ?? '') && !name.startsWith('docs/screenshots') ? { file, name } : [],
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ name }) => !existsSync(name))).toEqual([]);
});

test('every command that the documents name is one', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commands = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/\bnpm (?:run )?([a-z]+)/g)].map(([, name = '']) => ({ file, name })),
  );
  const npmOwn = ['audit', 'install', 'ci'];
  expect(commands.filter(({ name }) => !Object.hasOwn(scripts, name) && !npmOwn.includes(name))).toEqual([]);
});

test('the map of the house in CONTRIBUTING has every room of lib', () => {
  const map = texts.find(({ file }) => file === 'CONTRIBUTING.md')?.text ?? '';
  const rooms = readdirSync('lib').filter((name) => statSync(`lib/${name}`).isDirectory());
  expect(rooms.filter((room) => !new RegExp(`^ {2}${room}/ `, 'm').test(map))).toEqual([]);
});

test('every page of docs can be found from README, CONTRIBUTING or another page', () => {
  const linked = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/\]\(([^)\s#]+)/g)].map(([, to = '']) => path.join(path.dirname(file), to)),
  );
  expect(documents.filter((file) => file.startsWith('docs/') && !linked.includes(file))).toEqual([]);
});
