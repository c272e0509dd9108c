import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { executablePath } from '../chromium.ts';
import { flags, launch, workerOf } from '../e2e/chromium/browser.ts';
import { median } from './browser.ts';
import { type Line, tell } from './lines.ts';

/*
 * `node tests/bench/idle.ts [runs]`: what Tack costs when it is installed and not used. A page of 5,000 pictures is
 * loaded in a browser with Tack and in one without, in turns; the ratio of each pair counts, and the range in which
 * their median lies with 95 % confidence. The same for two browsers without Tack says what this machine can tell apart.
 * Beside it the bytes of Tack's code on the page. Needs the shipped build.
 */
const runs = Number(process.argv[2] ?? 20);

interface Load {
  /** From the navigation's start to the end of `load`, by the clock. */
  wallMs: number;
  /** What the page's main thread worked for it. */
  cpuMs: number;
  /** Length of all scripts of extensions that ran there. */
  codeBytes: number;
}

const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#5a8' } })
  .png()
  .toBuffer();
const images = Array.from(
  { length: 5_000 },
  (_, at) => `<img src="/p/${at}.png" width="64" height="48" alt="Picture ${at}">`,
);
const html = `<!doctype html><html lang="en"><title>Pictures</title><body>${images.join('\n')}</body></html>`;
const server = createServer(({ url = '' }, response) => {
  const isPage = url.startsWith('/page');
  response.setHeader('content-type', isPage ? 'text/html' : 'image/png');
  response.setHeader('cache-control', isPage ? 'no-store' : 'max-age=3600');
  response.end(isPage ? html : picture);
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`;

const contexts = { tack: await launch({ tlsPort: 0 }), bare: await launchBare(), control: await launchBare() };
try {
  await workerOf(contexts.tack);
  const names = ['tack', 'bare', 'control'] as const;
  // The first fills each browser's cache with the pictures.
  for (const name of names) await load(contexts[name]);
  const pairs: Record<(typeof names)[number], Load>[] = [];
  for (let run = 0; run < runs; run++) {
    const taken: Partial<Record<(typeof names)[number], Load>> = {};
    // Whoever comes first may find the machine in another state: they take turns.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(run + turn) % names.length] ?? 'tack';
      taken[name] = await load(contexts[name]);
    }
    pairs.push(taken as (typeof pairs)[number]);
  }
  const rows = (['wallMs', 'cpuMs'] as const).flatMap((clock) => {
    const of = (name: (typeof names)[number]) => median(pairs.map((pair) => pair[name][clock]));
    const row = (what: string, name: 'tack' | 'control') => ({
      what,
      clock,
      'ms with': Math.round(of(name)),
      'ms without': Math.round(of('bare')),
      ...spread(pairs.map((pair) => pair[name][clock] / pair.bare[clock])),
    });
    return [row('with Tack ÷ without', 'tack'), row('without ÷ without', 'control')];
  });
  console.table(rows);
  const codeBytes = Math.max(...pairs.map(({ tack }) => tack.codeBytes));
  console.log(`Code of Tack on the page: ${codeBytes} bytes`);
  tell(
    {
      what: 'code on a page until asked',
      goal: '0 bytes',
      measured: `${codeBytes} bytes`,
      met: codeBytes ? 'no' : 'yes',
    },
    ...rows.filter(({ what }) => what.startsWith('with ')).map(asLine),
  );
} finally {
  for (const context of Object.values(contexts)) await context.close();
  server.closeAllConnections();
  server.close();
}

/** The same browser with the same flags, but for the extension. */
function launchBare(): Promise<BrowserContext> {
  return chromium.launchPersistentContext('', {
    executablePath,
    headless: false,
    ignoreHTTPSErrors: true,
    viewport: null,
    args: [...flags(0).filter((flag) => !/extension/.test(flag)), '--headless=new', '--screen-info={1600x1200}'],
  });
}

async function load(context: BrowserContext): Promise<Load> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  let codeBytes = 0;
  cdp.on('Debugger.scriptParsed', ({ url, length = 0 }) => {
    if (url.startsWith('chrome-extension:')) codeBytes += length;
  });
  await cdp.send('Debugger.enable');
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await threadMs(cdp);
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
  const wallMs = await loadedAfterMs(page);
  const cpuMs = (await threadMs(cdp)) - before;
  await page.close();
  return { wallMs, cpuMs, codeBytes };
}

function loadedAfterMs(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const timing = () => performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    while (timing().loadEventEnd === 0) await new Promise(requestAnimationFrame);
    return timing().loadEventEnd;
  });
}

async function threadMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0);
}

/** The median, and between which of the sorted values it lies with 95 % confidence (binomial, half a chance each). */
function spread(ratios: readonly number[]) {
  const sorted = ratios.toSorted((a, b) => a - b);
  let below = 0;
  let chance = 0.5 ** sorted.length;
  for (let sum = chance; sum <= 0.025; sum += chance) {
    below++;
    chance *= (sorted.length - below + 1) / below;
  }
  const at = (index: number) => Math.round((sorted[index] ?? Number.NaN) * 1000) / 1000;
  const [from, to] = [at(Math.max(0, below - 1)), at(sorted.length - Math.max(1, below))];
  return { ratio: Math.round(median(ratios) * 1000) / 1000, from, to };
}

function asLine({ clock, ratio, from, to }: { clock: string; ratio: number; from: number; to: number }): Line {
  return {
    what: `load of a page of 5,000 pictures with Tack, unused, against without (${clock === 'cpuMs' ? 'work of its thread' : 'by the clock'})`,
    goal: '1 × within the spread',
    measured: `${ratio} × (${from} to ${to})`,
    met: from <= 1 ? 'yes' : 'no',
  };
}
