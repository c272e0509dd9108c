import { createServer, type Server } from 'node:http';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commonFlags, executablePath } from '../chromium.ts';
import { storeContract } from './contract.ts';
import type { Door } from './page.ts';

declare const door: Door;

let server: Server;
let browser: BrowserContext;
let page: Page;
let origin: string;

beforeAll(async () => {
  const script = await bundle();
  server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  // Not a private window, whose storage has no quota of its own.
  browser = await chromium.launchPersistentContext('', {
    executablePath,
    args: [...commonFlags, '--headless=new'],
  });
  page = await browser.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => 'door' in globalThis);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const ownNames = [
  'has everything when it is opened again',
  'keeps every job of a database of the first version',
  'keeps the history of a database of the second version, and finds it by its pictures',
  'says that a newer build made the database',
  'counts a record that it cannot read, and keeps it until all is forgotten',
  'is strictly durable into and out of sending, and only there',
];

test.each([...Object.keys(storeContract), ...ownNames])('in a real browser the store %s', async (name) => {
  expect(await page.evaluate(() => door.names())).toContain(name);
  await page.evaluate((wanted) => door.run(wanted), name);
});

test('a full disk is said by name, and leaves no half-written job', async () => {
  // An origin of its own: a quota counts only for what was not used yet.
  const fresh = origin.replace('127.0.0.1', 'localhost');
  const devtools = await browser.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: fresh, quotaSize: 100_000 });
  const full = await browser.newPage();
  await full.goto(fresh);
  await full.waitForFunction(() => 'door' in globalThis);
  expect(await full.evaluate(() => door.fill())).toEqual({ code: 'storage-full', isWhole: true });
});

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, rolldownOptions: { input: 'tests/store/page.ts' } },
  });
  const output = Array.isArray(result) ? result[0] : result;
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('Nothing was bundled');
  return chunk.code;
}
