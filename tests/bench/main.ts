// npm run bench [-- name …]: what Tack costs, as ratios of one run (DESIGN.md §9). Names: see the table below.
import { spawnSync } from 'node:child_process';
import { findChromium } from '../../scripts/chromium.ts';

/** Each bench by its name, with what it needs built before. */
const benches: Readonly<Record<string, readonly string[]>> = {
  collect: ['tests/bench/collect.ts'],
  popup: ['tests/bench/popup.ts'],
  picker: ['tests/bench/picker.ts'],
  save: ['tests/bench/save.ts'],
  library: ['tests/bench/library.ts'],
  relay: ['tests/bench/relay.ts', '20000', '5'],
  sizes: ['tests/bench/sizes.ts'],
};

const wanted = process.argv.slice(2).filter((name) => name !== '--');
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
const names = wanted.length > 0 ? wanted : Object.keys(benches);
const env = { ...process.env, CHROMIUM: findChromium() };
if (names.some((name) => ['popup', 'save', 'library', 'sizes'].includes(name))) run('wxt', ['build'], 'ignore');
const results = names.map((name) => {
  console.log(`\n▸ ${name}`);
  return { bench: name, ran: run(process.execPath, benches[name] ?? [], 'inherit') ? 'yes' : 'no' };
});
if (results.length > 1) console.table(results);
process.exit(results.every(({ ran }) => ran === 'yes') ? 0 : 1);

function run(command: string, args: readonly string[], stdio: 'ignore' | 'inherit'): boolean {
  return spawnSync(command, args, { stdio, env }).status === 0;
}
