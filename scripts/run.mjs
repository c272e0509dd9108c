// Runs one of the project's commands on a fresh machine: installs the dependencies, changes over to the Node that
// they bring when the installed one is old, finds or installs a Chromium. Must itself run on Node 18.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const ownNode = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What each command of package.json runs, with the Node that is new enough. */
const commands = {
  demo: 'scripts/demo.ts',
  test: 'scripts/test.ts',
  check: 'scripts/check.ts',
  dev: 'node_modules/wxt/bin/wxt.mjs',
  build: 'node_modules/wxt/bin/wxt.mjs build',
  zip: 'scripts/zip.ts',
  emulator: 'tests/emulator/main.ts',
  contract: 'scripts/contract.ts',
  screenshots: 'scripts/screenshots.ts',
  bench: 'tests/bench/main.ts',
  soak: 'tests/soak/main.ts',
  relay: 'relay/node.ts',
};
const [task = '', ...args] = process.argv.slice(2);

if (!Object.hasOwn(commands, task)) fail(`there is no command ${task}`);
process.chdir(root);
installDependencies();

const bin = path.join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}` };
const { status, signal } = spawnSync(nodeToUse(), [...commands[task].split(' '), ...args], { stdio: 'inherit', env });
process.exit(signal ? 1 : (status ?? 1));

function installDependencies() {
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.log('Installing the dependencies …');
  // Not `npm ci`: it refuses a lock file that lacks other platforms' optional binaries (npm/cli#4828). The versions are
  // those of the lock file all the same.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('npm install failed');
}

/** The Node in use when it is new enough for WXT and Vitest (22.12), else the one in node_modules. */
function nodeToUse() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18) ? process.execPath : ownNode;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
