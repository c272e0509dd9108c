import type { Page } from '@playwright/test';
import { boardOf, expect, test } from './library.ts';

test('two thousand boards are all there, and only those near the window are in the page', async ({
  library,
  connect,
  emulator,
}) => {
  emulator.change({ logAnswers: false });
  emulator.seed({ boards: Array.from({ length: 2000 }, (_, index) => ({ name: `Board ${index}` })) });
  await connect();
  const page = await library();
  await expect(page.getByText('2,000 boards')).toBeVisible();
  expect(await page.getByRole('listitem').count()).toBeLessThan(80);
  await page.getByRole('searchbox', { name: 'Filter boards' }).fill('board 1999');
  await expect(page.getByRole('listitem')).toHaveCount(1);
});

test('a board of 2,500 pins scrolls to its end with no task over 50 ms, and lets go of what is off screen', async ({
  library,
  connect,
  emulator,
  context,
}) => {
  emulator.change({ logAnswers: false });
  const { boards } = emulator.seed({ boards: [boardOf('Everything', 2500)] });
  await connect();
  const page = await library(`#board/${boards[0]?.id}`);
  const pins = page.getByRole('listbox', { name: 'Pins of Everything' });
  await expect(pins.getByRole('option').first()).toBeVisible();
  let mostTiles = 0;
  const longestMs = await longestTask(page, context.browser(), async () => {
    await expect(async () => {
      await page.mouse.move(600, 500);
      await page.mouse.wheel(0, 6_000);
      mostTiles = Math.max(mostTiles, await pins.getByRole('option').count());
      await expect(pins.getByRole('option', { name: 'Everything 1', exact: true })).toHaveCount(1, { timeout: 50 });
    }).toPass({ intervals: [20] });
  });
  test.info().annotations.push({ type: 'longest task', description: `${longestMs.toFixed(1)} ms` });
  expect(longestMs).toBeGreaterThan(0);
  expect(longestMs).toBeLessThan(50);
  expect(mostTiles).toBeLessThan(120);
  expect(emulator.log.entries.filter(({ path }) => path.endsWith('/pins')).length).toBe(25);
});

/** The page's longest task while something is done, in milliseconds of its own thread: others' load does not count. */
async function longestTask(
  page: Page,
  browser: ReturnType<ReturnType<Page['context']>['browser']>,
  act: () => Promise<void>,
): Promise<number> {
  if (!browser) throw new Error('no browser');
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await act();
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && mains.some((main) => main.pid === pid && main.tid === tid),
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Time on the thread, in microseconds. */
  tdur?: number;
  args?: { name?: string };
}
