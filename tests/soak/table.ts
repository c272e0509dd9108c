import { simulate, type Tally, worlds } from './simulation.ts';

/** Prints what the shipped rules make of every world: `node tests/soak/table.ts [seeds] [jobs]`. */
const seeds = Number(process.argv[2] ?? 20);
const jobs = Number(process.argv[3] ?? 1000);

console.log(`| world | doubled / lost / in doubt (of ${(seeds * jobs).toLocaleString('en')}) |\n|---|---|`);
for (const world of worlds) {
  const sum: Tally = { doubled: 0, lost: 0, inDoubt: 0, requests: 0, tookMs: 0 };
  for (let seed = 1; seed <= seeds; seed++) {
    const one = await simulate(world, seed, jobs);
    for (const key of ['doubled', 'lost', 'inDoubt', 'requests', 'tookMs'] as const) sum[key] += one[key];
  }
  console.log(`| ${world.name} | ${sum.doubled} / ${sum.lost} / ${sum.inDoubt} |`);
}
