import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  link?: boolean;
  hasInstallScript?: boolean;
}

const own: Record<'dependencies' | 'devDependencies', Record<string, string>> & {
  allowScripts: Record<string, boolean>;
} = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const locked = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ ...entry, name: path.split('node_modules/').at(-1) ?? path }));

/** Licences that let what ships be given away under MIT. */
const permissive = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];

/** The dependencies that ship, in the extension or the relay, and all that they need. */
function shipped(): Locked[] {
  const names = new Set(Object.keys(own.dependencies));
  for (const name of names) {
    for (const needed of Object.keys(lock.packages[`node_modules/${name}`]?.dependencies ?? {})) names.add(needed);
  }
  return locked.filter(({ name }) => names.has(name));
}

test('every dependency is one exact version', () => {
  const versions = Object.entries({ ...own.dependencies, ...own.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('every package that is installed is known by its hash', () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(({ link, integrity }) => !link && !integrity?.startsWith('sha512-'))).toEqual([]);
});

test('only packages on the list may run a script when they are installed', () => {
  const allowed = Object.keys(own.allowScripts).filter((name) => own.allowScripts[name]);
  const scripted = new Set(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
  expect(
    allowed.filter((name) => !scripted.has(name)),
    'on the list for nothing',
  ).toEqual([]);
  expect(allowed.sort()).toEqual(['esbuild', 'node', 'workerd']);
  expect([...scripted].sort()).toEqual(['esbuild', 'node', 'workerd']);
});

test('what ships is under licences that allow it', () => {
  expect(shipped().length).toBeGreaterThanOrEqual(Object.keys(own.dependencies).length);
  expect(shipped().filter(({ license }) => !permissive.includes(license ?? ''))).toEqual([]);
});

test('workflows use actions by their commit, not by a name that can move', () => {
  const workflows = readdirSync('.github/workflows').map((file) => readFileSync(`.github/workflows/${file}`, 'utf8'));
  const used = workflows.flatMap((text) => [...text.matchAll(/uses: *(\S+)/g)].map(([, action]) => action));
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((action) => !/@[0-9a-f]{40}$/.test(action ?? ''))).toEqual([]);
});
