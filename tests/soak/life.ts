import * as z from 'zod/mini';
import { connectOwnApp } from '../e2e/chromium/steps.ts';
import { storedJobs } from '../e2e/chromium/stored.ts';
import type { Emulator } from '../emulator/start.ts';
import { type Machine, startMachine } from './machine.ts';
import type { Plan, Press, Wanted } from './plan.ts';

export interface LifeOptions {
  emulator: Emulator;
  profile: string;
  boardIds: readonly string[];
  plan: Plan;
  /** Called once when the extension is connected: from then on things may fail. */
  onConnected: () => void;
  log: (line: string) => void;
}

export interface LifeCounts {
  inDoubt: number;
  /** Jobs that stopped after three lost answers and were sent again by the person. */
  retried: number;
  stops: number;
  kills: number;
  /** Presses on *Save* whose answer was lost with the worker; they are sent again by the same ids, as the popup does. */
  unanswered: number;
}

/** What the extension says of its saves in the end. */
export interface Life extends LifeCounts {
  jobs: Jobs;
}

const Jobs = z.array(
  z.object({ id: z.string(), state: z.string(), reason: z.optional(z.string()), title: z.string(), label: z.string() }),
);
type Jobs = z.infer<typeof Jobs>;

const expireEveryMs = 8_000;
const patienceMs = 45 * 60_000;

/** A person saves on a computer whose worker and browser die again and again; ends when every save is settled. */
export async function live({ emulator, profile, boardIds, plan, onConnected, log }: LifeOptions): Promise<Life> {
  const counts: Life = { inDoubt: 0, retried: 0, stops: 0, kills: 0, unanswered: 0, jobs: [] };
  let machine: Machine = await startMachine(emulator.tlsPort, profile);
  await connectOwnApp(machine.context, emulator);
  onConnected();
  const startedMs = Date.now();
  const elapsedMs = () => Date.now() - startedMs;
  const isLate = () => elapsedMs() > patienceMs;
  let isOver = false;

  async function send(name: string, data?: unknown) {
    if (machine.isDead()) {
      log(`${seconds(elapsedMs())} the browser starts again`);
      machine = await startMachine(emulator.tlsPort, profile);
    }
    return machine.send(name, data);
  }

  async function jobs(): Promise<Jobs> {
    for (;;) {
      const reply = await send('listJobs');
      if (reply?.ok) return Jobs.parse(reply.value);
      if (isLate()) throw new Error('the worker does not answer');
      await sleep(200);
    }
  }

  /** Presses *Save*, and again where no answer came. */
  async function press({ saves }: Press): Promise<void> {
    const data = await Promise.all(saves.map((save) => pageSave(emulator, save, boardIds)));
    for (;;) {
      const reply = await send('save', data);
      if (reply?.ok) return;
      if (isLate()) throw new Error('a save is not taken in');
      counts.unanswered++;
      if (reply) log(`refused: ${reply.code}`);
    }
  }

  async function stopNowAndThen(): Promise<void> {
    for (let atMs = plan.nextStopMs(0); !isOver; atMs = plan.nextStopMs(atMs)) {
      await sleep(atMs - elapsedMs());
      if (isOver || machine.isDead()) continue;
      const isStopped = await machine.stopWorker().then(
        () => true,
        () => false,
      );
      if (isStopped) counts.stops++;
    }
  }

  async function killNowAndThen(): Promise<void> {
    for (const atMs of plan.killsAtMs) {
      await sleep(atMs - elapsedMs());
      if (isOver) return;
      log(`${seconds(elapsedMs())} the browser is killed`);
      machine.kill();
      counts.kills++;
    }
  }

  async function expireNowAndThen(): Promise<void> {
    for (let atMs = expireEveryMs; !isOver; atMs += expireEveryMs) {
      await sleep(atMs - elapsedMs());
      emulator.tokens('expire');
    }
  }

  /** Everything is saved or in doubt; what gave up is sent again. */
  async function isSettled(): Promise<boolean> {
    const all = await jobs();
    counts.jobs = all;
    const byState = Object.entries(Object.groupBy(all, ({ state }) => state));
    log(`${seconds(elapsedMs())} ${byState.map(([state, list]) => `${list?.length} ${state}`).join(', ')}`);
    for (const job of all.filter(({ state }) => state === 'failed')) {
      if (job.reason !== 'no-answer') throw new Error(`a save failed: ${job.reason}`);
      counts.retried++;
      const reply = await send('retry', [job.id]);
      if (reply?.ok === false) throw new Error(`retry was refused: ${reply.code}`);
    }
    counts.inDoubt = all.filter(({ state }) => state === 'in-doubt').length;
    return all.every(({ state }) => state === 'saved' || state === 'in-doubt') && !(await isWatching());
  }

  /** Whether a request that may have been sent twice is still looked after. */
  async function isWatching(): Promise<boolean> {
    const stored = await storedJobs(machine.context).catch(() => undefined);
    return stored?.some(({ sentAgain }) => sentAgain) ?? true;
  }

  const troubles = Promise.all([stopNowAndThen(), killNowAndThen(), expireNowAndThen()]);
  try {
    await Promise.race([ask(), troubles.then(() => new Promise<never>(() => undefined))]);
  } finally {
    isOver = true;
    await machine.close().catch(() => undefined);
  }
  return counts;

  async function ask(): Promise<void> {
    for (const one of plan.presses) {
      while (one.atMs > elapsedMs()) {
        await sleep(Math.min(500, one.atMs - elapsedMs()));
        // A worker that was stopped wakes for this.
        await send('whoIsConnected');
      }
      await press(one);
    }
    while (!(await isSettled())) {
      if (isLate()) throw new Error('not settled in time');
      for (let i = 0; i < 4; i++) await sleep(500).then(() => send('whoIsConnected'));
    }
  }
}

/** A save as the popup asks for it. */
async function pageSave(emulator: Emulator, save: Wanted, boardIds: readonly string[]): Promise<unknown> {
  const { board, number, widthPx, heightPx, title, description, link, asBytes } = save;
  const url = `https://kitchen.test/numbered/${number}-${widthPx}x${heightPx}.jpg`;
  const bytes = asBytes ? await (await emulator.fetch(url)).bytes() : undefined;
  return {
    id: crypto.randomUUID(),
    picture: { ...(bytes ? {} : { url }), widthPx, heightPx, isPrivate: false },
    ...(bytes && { bytesBase64: Buffer.from(bytes).toString('base64') }),
    target: { boardId: boardIds[board], label: `Board ${board}`, secret: false },
    title,
    description,
    altText: '',
    link,
    gesture: 'popup',
    page: { url: link, title },
    isIncognito: false,
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s:`;
}
