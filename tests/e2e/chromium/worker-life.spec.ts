import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { executablePath } from '../../chromium.ts';
import type { Emulator } from '../../emulator/start.ts';
import { flags, launch, openPopup } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { chooseBoard, connectOwnApp } from './steps.ts';
import { storedJobs } from './stored.ts';

// The worker's life as people have it: a debugger, so any Playwright run, keeps a worker alive and hides its death.
// Each test prepares a profile with saves that wait, then starts Chromium anew with no debugger at all, and judges by
// the emulator's log alone.

/** Long enough for the browser to be closed before anything is sent again, on a slow machine too. */
const retryAfterS = 10;

/** Connects, and lets the popup save while Pinterest asks for a pause: the saves wait on disk. */
async function queueSaves(
  emulator: Emulator,
  profile: string,
  address: string,
  save: (page: Page, popup: () => Promise<Page>) => Promise<void>,
): Promise<void> {
  emulator.reset();
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  const context = await launch({ tlsPort: emulator.tlsPort, profile });
  await connectOwnApp(context, emulator);
  emulator.fault({ kind: 'rate-limit', method: 'POST', path: '/pins$', retryAfterS });
  const page = await context.newPage();
  await page.goto(address);
  await save(page, async () => {
    const popup = await openPopup(context, page);
    await chooseBoard(popup, 'Recipes');
    return popup;
  });
  await expect.poll(() => emulator.log.find('POST', '/v5/pins').length, { timeout: 60_000 }).toBeGreaterThan(0);
  // The answer must have been read too: a worker that dies before leaves a save whose answer was lost, which is looked
  // for on the board.
  await expect
    .poll(async () => new Set((await storedJobs(context)).map(({ state }) => state)))
    .toEqual(new Set(['waiting']));
  await context.close();
  emulator.clearFaults();
  emulator.log.clear();
  expect(emulator.state().pins).toEqual([]);
}

function startWithoutDebugger(emulator: Emulator, profile: string): ChildProcess {
  const args = [...flags(emulator.tlsPort), '--headless=new', `--user-data-dir=${profile}`, 'about:blank'];
  return spawn(executablePath, args, { stdio: 'ignore' });
}

async function stop(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null) return;
  browser.kill();
  await once(browser, 'exit');
}

test.setTimeout(200_000);

test('an upload whose answer takes 45 s is settled by that answer', { tag: '@waits' }, async ({
  emulator,
  profile,
}) => {
  await queueSaves(emulator, profile, 'https://kitchen.test/empty', async (page, openPopup) => {
    // Noise does not compress, so the request is large enough to be waited for that long.
    await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 1400;
      const noise = new ImageData(canvas.width, canvas.height);
      noise.data.forEach((_, index) => {
        noise.data[index] = index % 4 === 3 ? 255 : Math.random() * 256;
      });
      canvas.getContext('2d')?.putImageData(noise, 0, 0);
      document.body.append(canvas);
    });
    const popup = await openPopup();
    await popup.getByRole('button', { name: 'Save', exact: true }).click();
    // A canvas is a picture that only this person sees, and the board is public.
    await popup.getByRole('button', { name: 'Put it there' }).click();
  });
  emulator.fault({ kind: 'slow', method: 'POST', path: '/pins$', delayMs: 45_000 });
  const browser = startWithoutDebugger(emulator, profile);
  try {
    const posts = () => emulator.log.find('POST', '/v5/pins');
    await expect.poll(() => posts()[0]?.status, { timeout: 90_000 }).toBe(201);
    expect(posts()[0]?.bodyBytes).toBeGreaterThan(2_600_000);
    expect(posts()[0]?.durationMs).toBeGreaterThan(44_000);
    // A worker that had died would look for the pin on the board, or send it again, as soon as it is back.
    emulator.clearFaults();
    const marker = emulator.log.entries.length;
    await stop(browser);
    expect(emulator.log.entries.slice(marker)).toEqual([]);
    expect(posts()).toHaveLength(1);
    const readings = emulator.log.find('GET', /\/boards\/\d+\/pins/);
    expect(readings.filter(({ seq }) => seq > (posts()[0]?.seq ?? 0))).toEqual([]);
    expect(emulator.state().pins).toHaveLength(1);
  } finally {
    await stop(browser);
  }
});

test('a row of 60 saves, a second apart, is delivered without a stop', { tag: '@waits' }, async ({
  emulator,
  profile,
}) => {
  await queueSaves(emulator, profile, 'https://kitchen.test/many?n=60', async (_page, openPopup) => {
    const popup = await openPopup();
    await popup.getByRole('button', { name: 'Select all' }).click();
    await popup.getByRole('button', { name: 'Save 60 pins' }).click();
  });
  emulator.fault({ kind: 'slow', method: 'POST', path: '/pins$', delayMs: 900 });
  const browser = startWithoutDebugger(emulator, profile);
  try {
    await expect.poll(() => emulator.state().pins.length, { timeout: 110_000 }).toBe(60);
    const posts = emulator.log.find('POST', '/v5/pins');
    expect(posts).toHaveLength(60);
    expect(new Set(emulator.state().pins.map(({ pictureUrl }) => pictureUrl)).size).toBe(60);
    const arrivals = posts.map(({ atMs }) => atMs);
    const gaps = arrivals.slice(1).map((atMs, index) => atMs - (arrivals[index] ?? atMs));
    // A worker that had died would be woken half a minute later.
    expect(Math.max(...gaps)).toBeLessThan(20_000);
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(50_000);
  } finally {
    await stop(browser);
  }
});
