import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';
import sharp from 'sharp';
import { launchBrowser } from '../page/browser.ts';
import { type PageSize, pageOf, sizes } from './collect-page.ts';
import { atMost, tell } from './lines.ts';

/** Each round opens a fresh page for each of the three, one after the other. */
const rounds = Number(process.argv[3] ?? 7);
const warmRuns = 5;

/** Walks all elements and asks every image what it shows: less than this no collector can do. */
const floor = `(() => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  let count = 0;
  while (walker.nextNode()) count++;
  for (const image of document.images) count += image.currentSrc.length;
  return count;
})()`;

/**
 * What extensions of this kind do: in the document and the open shadow roots in it, every address in the markup, the
 * links to pictures, and the computed background of everything that has a class or a style.
 */
const plain = `(() => {
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const found = new Set();
  for (const root of roots) {
    for (const image of root.querySelectorAll('img, source, image, use')) {
      for (const name of ['src', 'data-src', 'xlink:href']) if (image.getAttribute(name)) found.add(image.getAttribute(name));
      for (const name of ['srcset', 'data-srcset']) {
        for (const part of (image.getAttribute(name) ?? '').split(',')) found.add(part.trim().split(' ')[0]);
      }
    }
    for (const link of root.querySelectorAll('a')) if (/\\.(jpe?g|png|gif|webp)$/i.test(link.href)) found.add(link.href);
    for (const element of root.querySelectorAll('[class], [style]')) {
      const match = /url\\(["']?([^"')]+)/.exec(getComputedStyle(element).backgroundImage);
      if (match) found.add(match[1]);
    }
  }
  return [...found].map((url) => url.startsWith('/') ? location.origin + url : url).length;
})()`;

const built = fileURLToPath(new URL('../../.output/chrome-mv3/collect.js', import.meta.url));

/** Milliseconds of one run: of the page's main thread, whatever else the machine does, and by the clock. */
interface Cost {
  cpu: number;
  wall: number;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Runs `script` in an isolated world of a fresh page, then again and again. */
async function time(context: BrowserContext, address: string, script: string): Promise<Record<'first' | 'warm', Cost>> {
  const page = await context.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
  await page.evaluate(
    () => document.body.getBoundingClientRect().height + getComputedStyle(document.body).width.length,
  );
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('HeapProfiler.collectGarbage');
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  const threadMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0);
  };
  const once = async (): Promise<Cost> => {
    const expression = `var started = performance.now(); ${script}; performance.now() - started`;
    const before = await threadMs();
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { contextId, expression });
    const after = await threadMs();
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return { cpu: after - before, wall: Number(result.value) };
  };
  const first = await once();
  const warm: Cost[] = [];
  for (let run = 0; run < warmRuns; run++) warm.push(await once());
  await page.close();
  return { first, warm: { cpu: median(warm.map(({ cpu }) => cpu)), wall: median(warm.map(({ wall }) => wall)) } };
}

const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#5a8' } })
  .png()
  .toBuffer();
/** `node tests/bench/collect.ts 59007 3` measures that page only, in three rounds. */
const wanted = sizes.filter(({ elements }) => !process.argv[2] || elements === Number(process.argv[2]));
const pages = new Map(wanted.map((size) => [`/${size.elements}`, pageOf(size)]));
const server = createServer(({ url = '' }, response) => {
  const html = pages.get(url);
  response.setHeader('content-type', html ? 'text/html' : 'image/png');
  response.setHeader('cache-control', 'max-age=3600');
  response.end(html ?? picture);
});
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const { port } = server.address() as AddressInfo;

execFileSync('wxt', ['build'], { stdio: 'ignore' });
const collector = readFileSync(built, 'utf8');
const scripts = { floor, collector, plain };
const browser = await launchBrowser();
try {
  // One for all pages: their pictures come from its cache.
  const context = await browser.newContext();
  const rows: Awaited<ReturnType<typeof measure>> = [];
  for (const size of wanted) rows.push(...(await measure(context, size)));
  console.table(rows);
  for (const { elements, pictures, run, clock, ...ratios } of rows) {
    if (run !== 'first' || clock !== 'cpu') continue;
    const what = `collect, ${elements} elements with ${pictures} pictures, first run, against`;
    tell(atMost(`${what} a bare walk with every \`currentSrc\``, 2, ratios['÷ a (goal ≤ 2)'], '×'));
    tell(atMost(`${what} asking every element`, 0.25, ratios['÷ b (goal ≤ 0.25)'], '×'));
  }
  const [once, tenfold] = [5_907, 59_007].map((elements) =>
    rows.find((row) => row.elements === elements && row.run === 'first' && row.clock === 'cpu'),
  );
  if (once && tenfold) {
    const times = (name: 'floor (a) ms' | 'collector ms') => (tenfold[name] / once[name]).toFixed(1);
    console.log(
      `On a page ten times as large the floor takes ${times('floor (a) ms')} times as long, the collector ${times('collector ms')} times.`,
    );
  }
  console.log(`collect.js: ${gzipSync(collector, { level: 9 }).length} bytes gzip`);
} finally {
  await browser.close();
  server.close();
}

/** Medians of the rounds; the ratios are medians of each round's own ratio. */
async function measure(context: BrowserContext, { elements, pictures }: PageSize) {
  const taken: Record<'a' | 'mine' | 'b', Awaited<ReturnType<typeof time>>>[] = [];
  for (let round = 0; round < rounds; round++) {
    const address = `http://127.0.0.1:${port}/${elements}`;
    const a = await time(context, address, scripts.floor);
    const mine = await time(context, address, scripts.collector);
    const b = await time(context, address, scripts.plain);
    taken.push({ a, mine, b });
  }
  const round = (value: number) => Math.round(value * 100) / 100;
  return (['first', 'warm'] as const).flatMap((run) =>
    (['cpu', 'wall'] as const).map((clock) => {
      const of = (name: 'a' | 'mine' | 'b') => taken.map((one) => one[name][run][clock]);
      const ratio = (one: 'mine' | 'b', other: 'a' | 'b') =>
        round(median(taken.map((times) => times[one][run][clock] / times[other][run][clock])));
      return {
        elements,
        pictures,
        run,
        clock,
        'floor (a) ms': round(median(of('a'))),
        'collector ms': round(median(of('mine'))),
        'plain (b) ms': round(median(of('b'))),
        '÷ a (goal ≤ 2)': ratio('mine', 'a'),
        '÷ b (goal ≤ 0.25)': ratio('mine', 'b'),
        'b ÷ a (≤ 9)': ratio('b', 'a'),
      };
    }),
  );
}
