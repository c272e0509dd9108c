import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from '@playwright/test';
import sharp from 'sharp';
import { launchBrowser } from '../page/browser.ts';
import { type PageSize, pageOf, sizes } from './collect-page.ts';

const rounds = 3;
const warmRuns = 5;

/** Walks all elements and asks every image what it shows: less than this no collector can do. */
const floor = `(() => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  let count = 0;
  while (walker.nextNode()) count++;
  for (const image of document.images) count += image.currentSrc.length;
  return count;
})()`;

/** What extensions of this kind do: every address in the markup, and the computed background of every element. */
const plain = `(() => {
  const found = new Set();
  for (const image of document.querySelectorAll('img, source, image, use')) {
    for (const name of ['src', 'data-src', 'xlink:href']) if (image.getAttribute(name)) found.add(image.getAttribute(name));
    for (const name of ['srcset', 'data-srcset']) {
      for (const part of (image.getAttribute(name) ?? '').split(',')) found.add(part.trim().split(' ')[0]);
    }
  }
  for (const link of document.querySelectorAll('a')) if (/\\.(jpe?g|png|gif|webp)$/i.test(link.href)) found.add(link.href);
  for (const element of document.querySelectorAll('[class], [style]')) {
    const match = /url\\(["']?([^"')]+)/.exec(getComputedStyle(element).backgroundImage);
    if (match) found.add(match[1]);
  }
  return [...found].map((url) => url.startsWith('/') ? location.origin + url : url).length;
})()`;

const built = fileURLToPath(new URL('../../.output/chrome-mv3/collect.js', import.meta.url));

interface Times {
  first: number;
  warm: number;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Runs `script` in an isolated world that has never run anything, then again and again. */
async function time(page: Page, session: CDPSession, script: string): Promise<Times> {
  await page.reload({ waitUntil: 'load' });
  await page.evaluate(
    () => document.body.getBoundingClientRect().height + getComputedStyle(document.body).width.length,
  );
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  const once = async () => {
    const expression = `var started = performance.now(); ${script}; performance.now() - started`;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { contextId, expression });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return Number(result.value);
  };
  const first = await once();
  const warm: number[] = [];
  for (let run = 0; run < warmRuns; run++) warm.push(await once());
  return { first, warm: median(warm) };
}

const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#5a8' } })
  .png()
  .toBuffer();
/** `node tests/bench/collect.ts 59007` measures that page only. */
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
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const rows = [];
  for (const size of wanted) rows.push(...(await measure(page, session, size)));
  console.table(rows);
  console.log(`collect.js: ${gzipSync(collector, { level: 9 }).length} bytes gzip`);
} finally {
  await browser.close();
  server.close();
}

async function measure(page: Page, session: CDPSession, { elements, pictures }: PageSize) {
  await page.goto(`http://127.0.0.1:${port}/${elements}`);
  const counted = await page.evaluate(() => document.getElementsByTagName('*').length);
  const times: Record<keyof typeof scripts, Times[]> = { floor: [], collector: [], plain: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of ['floor', 'collector', 'plain'] as const)
      times[name].push(await time(page, session, scripts[name]));
  }
  return (['first', 'warm'] as const).map((run) => {
    const [a, mine, b] = (['floor', 'collector', 'plain'] as const).map((name) =>
      median(times[name].map((one) => one[run])),
    );
    const round = (value = 0) => Math.round(value * 100) / 100;
    return {
      elements: counted,
      pictures,
      run,
      'floor (a) ms': round(a),
      'collector ms': round(mine),
      'plain (b) ms': round(b),
      '÷ a (goal ≤ 2)': round((mine ?? 0) / (a || 1)),
      '÷ b (goal ≤ 0.25)': round((mine ?? 0) / (b || 1)),
      'b ÷ a (≤ 9)': round((b ?? 0) / (a || 1)),
    };
  });
}
