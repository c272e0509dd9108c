import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../emulator/start.ts';
import { judge, type Verdict } from './ledger.ts';
import { type LifeCounts, live } from './life.ts';
import { createPlan } from './plan.ts';
import { createRandom } from './random.ts';
import { makeTrouble } from './trouble.ts';

export interface SoakOptions {
  seed: number;
  saves: number;
  boards?: number;
  /** How often the browser process is killed. */
  kills?: number;
  /** How fast Pinterest's time runs: the settle time of half a minute passes so much sooner. */
  pace?: number;
  saveEveryMs?: number;
  /** Scales how often the network and Pinterest fail. */
  trouble?: number;
  log?: (line: string) => void;
}

export interface SoakReport extends Verdict, LifeCounts {
  seed: number;
  wanted: number;
  requests: number;
  /** How often each fault struck. */
  faults: Record<string, number>;
  tookMs: number;
}

const dayMs = 24 * 60 * 60_000;
const orders = ['newest-first', 'oldest-first', 'custom'] as const;

/** Saves in the real browser with the shipped build, while everything fails, and counts what came of it. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { seed, saves, boards = 20, kills = 10, pace = 1, saveEveryMs = 250, trouble = 1 } = options;
  const { log = () => undefined } = options;
  const startedMs = Date.now();
  const plan = createPlan(seed, saves, boards, kills, saveEveryMs);
  const emulator = await wrongClock(seed, pace, startedMs);
  const boardIds = seedBoards(emulator, boards);
  const profile = mkdtempSync(path.join(tmpdir(), 'tack-soak-'));
  try {
    const onConnected = () => makeTrouble(emulator, seed, trouble);
    const counts = await live({ emulator, profile, boardIds, plan, onConnected, log });
    // A commit that was still on its way has landed after this.
    emulator.clock.advance(60_000);
    const wanted = plan.presses.flatMap((press) => press.saves);
    return {
      seed,
      wanted: wanted.length,
      ...judge(wanted, emulator.state().pins, boardIds),
      ...counts,
      requests: emulator.log.find('POST', '/v5/pins').length,
      faults: faultsOf(emulator),
      tookMs: Date.now() - startedMs,
    };
  } finally {
    await emulator.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Pinterest's clock is up to a day off from this computer's: for the extension its own clock is. */
function wrongClock(seed: number, pace: number, startedMs: number): Promise<Emulator> {
  const offMs = Math.round((createRandom(seed + 2).next() * 2 - 1) * dayMs);
  return startEmulator({
    now: () => startedMs + offMs + (Date.now() - startedMs) * pace,
    settings: {
      logAnswers: false,
      oauth: { oldRefreshToken: 'works' },
      limits: { org_write: { limit: 100_000, windowS: 60 }, org_read: { limit: 100_000, windowS: 60 } },
    },
  });
}

function seedBoards(emulator: Emulator, count: number): string[] {
  const boards = Array.from({ length: count }, (_, index) => ({
    name: `Board ${index}`,
    pinOrder: orders[index % orders.length],
  }));
  return emulator.seed({ boards }).boards.map(({ id }) => id);
}

function faultsOf({ log }: Emulator): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const fault of log.entries.flatMap(({ faults }) => faults)) counts[fault] = (counts[fault] ?? 0) + 1;
  return counts;
}
