import type { Page } from '@playwright/test';
import { extensionIdOf, launch } from '../e2e/chromium/browser.ts';
import { connectOwnApp } from '../e2e/chromium/steps.ts';
import { type Emulator, startEmulator } from '../emulator/start.ts';
import { median } from './browser.ts';
import { atMost, tell } from './lines.ts';

/*
 * `node tests/bench/library.ts [rounds]`: the longest task of My pins while a board of 2,500 pins, and then 2,000
 * boards, are scrolled from end to end (goal: none over 50 ms), and how many tiles are in the page at most. Counted is
 * the time that the page's own thread was at work, from a trace; beside it the page's `longtask` entries, which are in
 * wall time and grow with whatever else runs on the machine. Needs the shipped build.
 */
const rounds = Number(process.argv[2] ?? 5);
const pinCount = 2_500;
const boardCount = 2_000;
const goalMs = 50;

interface Scrolled {
  readonly longestWallMs: number;
  readonly mostTiles: number;
  readonly tasksMs: readonly number[];
}

const rows = [];
rows.push({ what: `${pinCount} pins of a board`, ...(await measure('pins')) });
rows.push({ what: `${boardCount} boards`, ...(await measure('boards')) });
console.table(rows);
for (const row of rows) {
  const more = `, ${row['at worst']} at worst, ${row['tiles at most']} tiles at most`;
  tell(atMost(`My pins, ${row.what} scrolled to the end, longest task`, row.goal, row['longest task ms'], 'ms', more));
}

async function measure(what: 'pins' | 'boards') {
  const emulator = await startEmulator();
  emulator.change({ logAnswers: false });
  const hash = plant(emulator, what);
  const context = await launch({ tlsPort: emulator.tlsPort });
  try {
    await context.addInitScript(noteLongTasks);
    await connectOwnApp(context, emulator);
    const id = await extensionIdOf(context);
    const all: Scrolled[] = [];
    for (let round = 0; round < rounds; round++) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/library.html${hash}`);
      const tile = what === 'pins' ? '[role=option]' : '.board-card';
      await page.locator(tile).first().waitFor();
      if (what === 'boards') await page.getByText('2,000 boards').waitFor();
      all.push(await traced(page, () => scroll(page, tile)));
      await page.close();
    }
    const longest = all.map(({ tasksMs }) => Math.max(...tasksMs));
    return {
      'longest task ms': Math.round(median(longest)),
      'at worst': Math.round(Math.max(...longest)),
      'tasks over 50 ms': median(all.map(({ tasksMs }) => tasksMs.filter((ms) => ms > goalMs).length)),
      'longest in wall time': Math.round(median(all.map(({ longestWallMs }) => longestWallMs))),
      'tiles at most': Math.max(...all.map(({ mostTiles }) => mostTiles)),
      goal: goalMs,
    };
  } finally {
    await context.close();
    await emulator.close();
  }
}

function plant(emulator: Emulator, what: 'pins' | 'boards'): string {
  const pins = Array.from({ length: pinCount }, (_, at) => ({ title: `Pin ${at + 1}`, createdAtMs: 1_000 + at }));
  const many = Array.from({ length: boardCount }, (_, at) => ({ name: `Board ${at + 1}` }));
  const { boards } = emulator.seed({ boards: what === 'pins' ? [{ name: 'Everything', pins }] : many });
  return what === 'pins' ? `#board/${boards[0]?.id}` : '#boards';
}

/** Scrolls down until nothing more comes, 800 pixels a frame, as a fast wheel does. */
function scroll(page: Page, tile: string): Promise<Omit<Scrolled, 'tasksMs'>> {
  return page.evaluate(async (selector) => {
    const noted = globalThis as unknown as { longTasks: number[] };
    const frame = () => new Promise(requestAnimationFrame);
    noted.longTasks = [];
    let mostTiles = 0;
    for (let still = 0; still < 60; ) {
      const before = scrollY;
      scrollBy(0, 800);
      await frame();
      // The next page of the list is on its way.
      still = scrollY === before ? still + 1 : 0;
      mostTiles = Math.max(mostTiles, document.querySelectorAll(selector).length);
    }
    return { longestWallMs: Math.max(0, ...noted.longTasks), mostTiles };
  }, tile);
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Time on the thread, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Does something, and gives beside what comes of it the lengths of the tasks of the page's own thread. */
async function traced<T>(page: Page, act: () => Promise<T>): Promise<T & { tasksMs: number[] }> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the context has no browser');
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  const done = await act();
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && mains.some((main) => main.pid === pid && main.tid === tid),
  );
  return { ...done, tasksMs: tasks.map(({ tdur = 0 }) => tdur / 1000) };
}

/** Runs in every page: keeps the lengths of its long tasks, which are those of 50 ms and more. */
function noteLongTasks(): void {
  const noted = globalThis as unknown as { longTasks: number[] };
  noted.longTasks = [];
  const observer = new PerformanceObserver((list) => {
    noted.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
}
