import { expect, type Page } from '@playwright/test';
import { openPopup, workerOf } from '../e2e/chromium/browser.ts';
import { connectOwnApp, openOptions, saveByPopup } from '../e2e/chromium/steps.ts';
import { startEmulator } from '../emulator/start.ts';
import { launchWithEmpty, median, stopWorkers } from './browser.ts';
import { atMost, tell } from './lines.ts';

/*
 * `node tests/bench/save.ts [rounds]`: from the click on *Save* to the request at the emulator, beside a bare `fetch`
 * of the same warm worker (docs/performance.md: at most 10 ms more, 40 ms with the worker stopped). Both clocks are
 * this machine's. Needs the shipped build.
 */
const rounds = Number(process.argv[2] ?? 50);
const emulator = await startEmulator();
emulator.seed({ boards: [{ name: 'Garden' }] });
// A hundred saves a minute are more than Pinterest takes: they would be spread out, which the throughput bench weighs.
emulator.change({ limits: { org_write: { limit: 10_000, windowS: 60 } } });
const { context } = await launchWithEmpty(emulator.tlsPort);
try {
  await connectOwnApp(context, emulator);
  const ours = await openOptions(context);
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=1');
  const first = await openPopup(context, page);
  await saveByPopup(first, 'Garden');
  await first.close();
  const bare: number[] = [];
  const warm: number[] = [];
  const stopped: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await bareFetch());
    warm.push(await save(page, 2 * round + 2));
    stopped.push(await save(page, 2 * round + 3, () => stopWorkers(ours)));
  }
  const floor = median(bare);
  const row = (what: string, times: readonly number[], goal: number) => ({
    what,
    'median ms': Math.round(median(times) * 10) / 10,
    'more than a bare fetch, ms': Math.round((median(times) - floor) * 10) / 10,
    goal,
  });
  const rows = [row('Save, worker warm', warm, 10), row('Save, worker stopped', stopped, 40)];
  console.table([row('bare fetch', bare, 0), ...rows]);
  for (const { what, goal, ...times } of rows) {
    const more = `, a bare fetch ${Math.round(floor * 10) / 10} ms`;
    const line = `click on ${what}, to the request at Pinterest, more than a bare fetch, median of ${rounds}`;
    tell(atMost(line, goal, times['more than a bare fetch, ms'], 'ms', more));
  }
} finally {
  await context.close();
  await emulator.close();
}

/** When the emulator got the last request of this method and path, on the clock of this machine. */
async function arrival(method: string, path: RegExp, before: number): Promise<number> {
  for (;;) {
    const found = emulator.log.find(method, path);
    const last = found.at(-1);
    if (last && found.length > before) return last.atMs;
    await new Promise((next) => setTimeout(next, 2));
  }
}

async function bareFetch(): Promise<number> {
  const before = emulator.log.find('GET', /user_account/).length;
  const worker = await workerOf(context);
  const askedAtMs = await worker.evaluate(() => {
    const atMs = Date.now();
    void fetch('https://api.pinterest.com/v5/user_account').catch(() => undefined);
    return atMs;
  });
  return (await arrival('GET', /user_account/, before)) - askedAtMs;
}

/** Opens the popup over a picture not saved before and presses *Save*; gives the milliseconds until the pin is asked for. */
async function save(page: Page, number: number, prepare: () => Promise<void> = async () => undefined): Promise<number> {
  const before = emulator.log.find('POST', /\/pins$/).length;
  await page.goto(`https://kitchen.test/many?n=1&start=${number}`);
  const popup = await openPopup(context, page);
  const button = popup.getByRole('button', { name: 'Save', exact: true });
  await expect(popup.getByRole('combobox', { name: 'Board' })).toHaveValue('Garden');
  await expect(button).toBeEnabled();
  await prepare();
  const clickedAtMs = await button.evaluate((element: HTMLButtonElement) => {
    const atMs = Date.now();
    element.click();
    return atMs;
  });
  const goneAfterMs = (await arrival('POST', /\/pins$/, before)) - clickedAtMs;
  await popup.getByRole('status').getByText('Saved to Garden').waitFor();
  await popup.close();
  return goneAfterMs;
}
