// npm run bench [-- name …]: what Tack costs, as ratios of one run, in one table with the goals of docs/performance.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from '../../scripts/chromium.ts';
import type { Line } from './lines.ts';

/** Each bench by its name. */
const benches: Readonly<Record<string, readonly string[]>> = {
  sizes: ['tests/bench/sizes.ts'],
  idle: ['tests/bench/idle.ts'],
  collect: ['tests/bench/collect.ts'],
  popup: ['tests/bench/popup.ts'],
  picker: ['tests/bench/picker.ts'],
  save: ['tests/bench/save.ts'],
  toast: ['tests/bench/toast.ts'],
  library: ['tests/bench/library.ts'],
  // It delivers by the outbox itself, whose failures are written in more than erasable types.
  throughput: ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', 'tests/bench/throughput.ts'],
  relay: ['tests/bench/relay.ts', '20000', '5'],
};
const withoutBuild = ['picker', 'throughput', 'relay'];

const wanted = process.argv.slice(2).filter((name) => name !== '--');
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
const names = wanted.length > 0 ? wanted : Object.keys(benches);
const folder = mkdtempSync(path.join(tmpdir(), 'tack-bench-'));
const linesFile = path.join(folder, 'lines');
const env = { ...process.env, CHROMIUM: findChromium(), TACK_BENCH_LINES: linesFile };
if (names.some((name) => !withoutBuild.includes(name))) run('wxt', ['build'], 'ignore');
const broken = names.filter((name) => {
  console.log(`\n▸ ${name}`);
  return !run(process.execPath, benches[name] ?? [], 'inherit');
});
const lines: Line[] = existsSync(linesFile)
  ? readFileSync(linesFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
rmSync(folder, { recursive: true });
for (const name of broken) lines.push({ what: name, goal: 'runs', measured: 'did not end well', met: 'no' });
print(lines);
process.exit(broken.length === 0 ? 0 : 1);

function run(command: string, args: readonly string[], stdio: 'ignore' | 'inherit'): boolean {
  return spawnSync(command, args, { stdio, env }).status === 0;
}

/** As Markdown, as docs/performance.md keeps it. */
function print(all: readonly Line[]): void {
  console.log('\n| what | goal | measured | met |\n|---|---|---|---|');
  for (const { what, goal, measured, met } of all) {
    console.log(`| ${what} | ${goal} | ${measured} | ${met === 'yes' ? 'yes' : `**${met}**`} |`);
  }
}
