// npm run soak -- --seed 1 --saves 1000: saves in the real browser while everything fails; see docs/outbox.md.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { findChromium } from '../../scripts/chromium.ts';
import { type SoakReport, soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    /** The first seed, and how many from there on. */
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    saves: { type: 'string', default: '1000' },
    boards: { type: 'string', default: '20' },
    kills: { type: 'string', default: '10' },
    /** How fast Pinterest's time runs; 1 is the shipped settle time. */
    pace: { type: 'string', default: '1' },
    /** Milliseconds between two saves. */
    every: { type: 'string', default: '250' },
    /** Rewritten links, a person who edits, moves and deletes, and a second profile. */
    hostile: { type: 'boolean', default: false },
    /** Leaves the build as it is. */
    'no-build': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
});

process.env['CHROMIUM'] = findChromium();
if (!values['no-build'] && spawnSync('wxt', ['build'], { stdio: 'inherit' }).status !== 0) process.exit(1);

const reports: SoakReport[] = [];
for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.seeds); seed++) {
  const report = await soak({
    seed,
    saves: Number(values.saves),
    boards: Number(values.boards),
    kills: Number(values.kills),
    pace: Number(values.pace),
    saveEveryMs: Number(values.every),
    isHostile: values.hostile,
    ...(!values.quiet && { log: (line) => console.log(`  ${line}`) }),
  });
  reports.push(report);
  print(report);
}
process.exitCode = reports.every(isGood) ? 0 : 1;

/** Exactly once and nothing in doubt; in a hostile world, but for what docs/outbox.md says may remain. */
function isGood({ missing, surplus, misspelt, inDoubt, residual, wanted }: SoakReport): boolean {
  const wrong = missing.length + surplus.length + misspelt.length;
  return values.hostile ? wrong === residual.length && inDoubt <= 0.03 * wanted : wrong + inDoubt === 0;
}

function print(report: SoakReport): void {
  const { seed, wanted, pins, missing, surplus, misspelt, residual, inDoubt, faults, evidence } = report;
  console.log(`\nSeed ${seed}: ${isGood(report) ? 'exactly once' : 'FAILED'}`);
  const counts = { lost: missing.length, doubled: surplus.length, misspelt: misspelt.length };
  console.table({ wanted, pins, ...counts, residual: residual.length, inDoubt });
  const { requests, takenBack, retried, stops, kills, unanswered, acts, tookMs } = report;
  const seconds = Math.round(tookMs / 1000);
  console.table({ requests, takenBack, retried, stops, kills, unanswered, acts, seconds });
  console.table(faults);
  for (const place of [...missing, ...surplus, ...misspelt]) console.log(`wrong: ${place}`);
  for (const line of evidence) console.log(line);
}
