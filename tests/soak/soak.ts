import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../emulator/start.ts';
import { actByHand, type ByHand } from './by-hand.ts';
import { judge, placeOf, type Verdict } from './ledger.ts';
import { type Life, type LifeCounts, live } from './life.ts';
import { createPlan, type Plan, type Wanted } from './plan.ts';
import { createRandom } from './random.ts';
import { makeTrouble, rewriteLinks } from './trouble.ts';

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
  /** Pinterest rewrites links, the person edits, moves and deletes pins, and a second profile saves one in twenty. */
  isHostile?: boolean;
  log?: (line: string) => void;
}

export interface SoakReport extends Verdict, LifeCounts {
  seed: number;
  wanted: number;
  /** Of what is missing and surplus: what docs/outbox.md says may remain. */
  residual: string[];
  requests: number;
  /** Second pins of requests that the browser sent more than once. */
  takenBack: number;
  /** What was done by hand on Pinterest's own site. */
  acts: number;
  /** How often each fault struck. */
  faults: Record<string, number>;
  /** What was sent for the saves that went wrong. */
  evidence: string[];
  tookMs: number;
}

const dayMs = 24 * 60 * 60_000;
const orders = ['newest-first', 'oldest-first', 'custom'] as const;

/** Saves in the real browser with the shipped build, while everything fails, and counts what came of it. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { seed, saves, boards = 20, kills = 10, pace = 1, saveEveryMs = 250, trouble = 1 } = options;
  const { isHostile = false, log = () => undefined } = options;
  const startedMs = Date.now();
  const shares = isHostile ? [0.95, 0.05] : [1];
  const plans = shares.map((share, index) => {
    const part = { saves: Math.round(saves * share), kills: Math.round(kills * share) };
    return createPlan({ seed, boards, saveEveryMs: saveEveryMs / share, ...part, isSecond: index > 0 });
  });
  const emulator = await wrongClock(seed, pace, startedMs);
  const boardIds = seedBoards(emulator, boards);
  let connected = 0;
  let byHand: ByHand | undefined;
  const onConnected = () => {
    connected++;
    if (connected < plans.length) return;
    makeTrouble(emulator, seed, trouble);
    if (!isHostile) return;
    rewriteLinks(emulator);
    byHand = actByHand(emulator, boardIds, seed);
  };
  try {
    const lives = await Promise.all(plans.map((plan) => inProfile({ emulator, boardIds, plan, onConnected, log })));
    await byHand?.stop();
    // A commit that was still on its way has landed after this.
    emulator.clock.advance(60_000);
    const { pins } = emulator.state();
    const wanted = wantedOf(plans);
    const verdict = judge(wanted, byHand?.asMade(pins) ?? pins, boardIds);
    const isResidual = residuals(wanted, boardIds, lives, byHand);
    const wrong = [...verdict.missing, ...verdict.surplus, ...verdict.misspelt];
    return {
      seed,
      wanted: wanted.length,
      ...verdict,
      ...sumOf(lives),
      residual: [...verdict.missing, ...verdict.surplus].filter(isResidual),
      requests: emulator.log.find('POST', '/v5/pins').length,
      takenBack: emulator.log.entries.filter(({ method, status }) => method === 'DELETE' && status === 204).length,
      acts: byHand?.acts ?? 0,
      faults: faultsOf(emulator),
      evidence: [...new Set(wrong)].flatMap((place) => evidenceOf(emulator, wanted, place)),
      tookMs: Date.now() - startedMs,
    };
  } finally {
    await byHand?.stop();
    await emulator.close();
  }
}

async function inProfile(options: Omit<Parameters<typeof live>[0], 'profile'>): Promise<Life> {
  const profile = mkdtempSync(path.join(tmpdir(), 'tack-soak-'));
  try {
    return await live({ ...options, profile });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function wantedOf(plans: readonly Plan[]): Wanted[] {
  return plans.flatMap(({ presses }) => presses.flatMap((press) => press.saves));
}

/** Pinterest's clock is up to a day off from this computer's: for the extension its own clock is. */
function wrongClock(seed: number, pace: number, startedMs: number): Promise<Emulator> {
  const offMs = Math.round((createRandom(seed + 2).next() * 2 - 1) * dayMs);
  return startEmulator({
    now: () => startedMs + offMs + (Date.now() - startedMs) * pace,
    settings: {
      logAnswers: false,
      // As a real server's: Chromium sends a request again whose connection died after it was used before.
      keepAlive: true,
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

function sumOf(lives: readonly Life[]): LifeCounts {
  const total = (name: keyof LifeCounts) => lives.reduce((sum, life) => sum + life[name], 0);
  return {
    inDoubt: total('inDoubt'),
    retried: total('retried'),
    stops: total('stops'),
    kills: total('kills'),
    unanswered: total('unanswered'),
  };
}

/** Tells of a place on a board what may remain: its save is in doubt, or a look-alike was made or removed elsewhere. */
function residuals(
  wanted: readonly Wanted[],
  boardIds: readonly string[],
  lives: readonly Life[],
  byHand: ByHand | undefined,
): (place: string) => boolean {
  const doubts = new Set(
    lives.flatMap(({ jobs }) =>
      jobs.filter(({ state }) => state === 'in-doubt').map((job) => `${job.label} ${job.title}`),
    ),
  );
  return (place) => {
    const save = wanted.find((one) => placeOf(one, boardIds) === place);
    if (!save || !byHand) return false;
    const profiles = new Set(
      wanted.filter(({ board, title }) => board === save.board && title === save.title).map(({ profile }) => profile),
    );
    const isDoubtful = doubts.has(`Board ${save.board} ${save.title}`);
    return isDoubtful || profiles.size > 1 || byHand.hasTaken(boardIds[save.board] ?? '', save.title);
  };
}

/** What went to a board for the saves that look like the one that went wrong. */
function evidenceOf({ log }: Emulator, wanted: readonly Wanted[], place: string): string[] {
  const [boardId, number] = place.split(' ');
  const title = wanted.find((save) => `${save.number}` === number)?.title;
  const requests = log.find('POST', '/v5/pins').filter(({ body }) => {
    const sent = body as { board_id?: string; title?: string } | null;
    return sent?.board_id === boardId && sent?.title === title;
  });
  return requests.map(({ atMs, body, status, handledStatus, faults, durationMs }) => {
    const at = new Date(atMs).toISOString().slice(11, 23);
    const { media_source } = body as { media_source: { url?: string } };
    return `${place}: ${at} ${media_source.url ?? 'bytes'} done ${handledStatus}, answered ${status}, ${Math.round(durationMs ?? 0)} ms, ${faults}`;
  });
}

function faultsOf({ log }: Emulator): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const fault of log.entries.flatMap(({ faults }) => faults)) counts[fault] = (counts[fault] ?? 0) + 1;
  return counts;
}
