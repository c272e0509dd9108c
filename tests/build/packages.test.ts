import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { unzip } from './unzip.ts';

const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const packageFiles = (name: string) => unzip(`.output/packages/tack-${version}-${name}.zip`);
const manifestOf = (name: string) => JSON.parse(packageFiles(name).get('manifest.json')?.toString() ?? '{}');

test("the stores' packages have this version and carry no key", () => {
  for (const name of ['chrome', 'firefox']) {
    expect(manifestOf(name)).toMatchObject({ version, manifest_version: 3 });
    expect(manifestOf(name)).not.toHaveProperty('key');
  }
});

test('the package for Chromium is the build that was tested, but for the key', () => {
  const { key, ...unpacked } = JSON.parse(readFileSync('.output/chrome-mv3/manifest.json', 'utf8'));
  expect(key).toMatch(/^MIIB/);
  expect(manifestOf('chrome')).toEqual(unpacked);
  expectSame(packageFiles('chrome'), '.output/chrome-mv3', ['manifest.json']);
});

test('the package for Firefox is the build that was tested', () => {
  expectSame(packageFiles('firefox'), '.output/firefox-mv3', []);
});

test('the sources rebuild the package for Firefox byte for byte', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tack-sources-'));
  try {
    for (const [name, bytes] of packageFiles('sources')) {
      mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(folder, name), bytes);
    }
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    const env = { ...process.env, TACK_PACKAGE: '1', NODE_ENV: 'production' };
    const wxt = path.resolve('node_modules/wxt/bin/wxt.mjs');
    const { status, stderr } = spawnSync(process.execPath, [wxt, 'build', '-b', 'firefox'], { cwd: folder, env });
    expect(status, String(stderr)).toBe(0);
    expectSame(packageFiles('firefox'), path.join(folder, '.output/packages/firefox-mv3'), []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the sources hold nothing that a build does not need to know', () => {
  const names = [...packageFiles('sources').keys()];
  expect(names).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'wxt.config.ts', 'README.md']));
  expect(names.filter((name) => /(^|\/)(node_modules|\.env[^/]*|\.git|tests)(\/|$)|\.pem$/.test(name))).toEqual([]);
});

function expectSame(files: Map<string, Buffer>, folder: string, except: string[]): void {
  const built = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  expect([...files.keys()].sort()).toEqual(built.sort());
  const differing = built.filter(
    (name) => !except.includes(name) && !files.get(name)?.equals(readFileSync(path.join(folder, name))),
  );
  expect(differing).toEqual([]);
}
