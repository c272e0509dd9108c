import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callPage, type PageCall } from '../../lib/page/call.ts';
import { collectPage, type RemotePage } from '../../lib/page/remote.ts';
import { bundle, isolate, launchBrowser, start } from './browser.ts';
import { openFixture } from './fixtures.ts';

let browser: Browser;
let page: Page;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([launchBrowser(), bundle()]);
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** The page as an extension reaches it: the script's file first, then functions that stand alone. */
async function open(html: string): Promise<RemotePage> {
  await openFixture(page, html);
  const run = await isolate(page, code);
  const remote = await collectPage({
    inject: async () => [
      { frameId: 0, result: await run(`(${start()}, tackPage.report(tackPage.pictures.slice(0, 120)))`) },
    ],
    call: (_frameId, args: PageCall) => run(`(${callPage})(...${JSON.stringify(args)})`),
  });
  if (!remote) throw new Error('The page could not be read.');
  return remote;
}

const cap = 1_000_000;

test('bytes of a blob:, a canvas and an address of the page come back as data:', async () => {
  const remote = await open(`<img id="b"><canvas width="300" height="300"></canvas><img src="/a.jpg"><script>
    fetch('/blob.png').then((r) => r.blob()).then((b) => { document.querySelector('#b').src = URL.createObjectURL(b); document.title = 'ready'; });
    document.querySelector('canvas').getContext('2d').fillRect(0, 0, 99, 99);</script>`);
  await page.waitForFunction(() => document.title === 'ready' && [...document.images].every((one) => one.naturalWidth));
  const run = await isolate(page, code);
  const again = await collectPage({
    inject: async () => [
      { frameId: 0, result: await run(`(${start()}, tackPage.report(tackPage.pictures.slice(0, 120)))`) },
    ],
    call: (_frameId, args: PageCall) => run(`(${callPage})(...${JSON.stringify(args)})`),
  });
  const candidates = again?.collection.candidates ?? [];
  expect(candidates.filter(({ handle }) => handle !== undefined)).toHaveLength(2);
  for (const candidate of candidates) {
    expect(await again?.read(candidate, cap)).toMatchObject({
      dataUrl: expect.stringMatching(/^data:image\/png;base64,iVBOR/),
    });
    expect(await again?.read(candidate, 10)).toEqual({ failure: 'page-bytes-too-large' });
  }
  expect(await remote.read({ id: 7, handle: 99 }, cap)).toEqual({ failure: 'page-bytes-missing' });
});

test('a clicked picture is found by its address, also beyond the best, and nothing for one that is not there', async () => {
  const images = Array.from({ length: 200 }, (_, at) => `<img src="/many-${at}.jpg" alt="Number ${at}">`);
  const remote = await open(images.join(''));
  expect(await remote.pick('https://site.test/many-199.jpg')).toMatchObject({ title: 'Number 199' });
  expect(await remote.pick('https://site.test/other.jpg')).toBeUndefined();
});

test('the picture that the page names as its own is the one on the page, however far beyond the best it ranks', async () => {
  const images = Array.from({ length: 300 }, (_, at) => `<img src="/many-${at}.jpg" alt="Number ${at}">`);
  const remote = await open(`<meta property="og:image" content="/many-299.jpg">${images.join('')}`);
  const [lead] = remote.collection.candidates;
  expect(lead).toMatchObject({ source: 'img', altText: 'Number 299', widthPx: 640, heightPx: 480 });
  expect(remote.collection.candidates).toHaveLength(120);
  expect(remote.collection.shownCount).toBe(300);
});

test('pictures nearest to the middle of the window come first when asked for', async () => {
  const remote = await open(
    '<img src="/top.jpg"><div style="height:3000px"></div><img src="/low.jpg"><script>scrollTo(0, 3200)</script>',
  );
  const { candidates } = await remote.nearest();
  expect(candidates.map(({ url }) => url?.slice(-8))).toEqual(['/low.jpg', '/top.jpg']);
});

test('what is not what a collector answers is refused', async () => {
  const call = async () => ({ dataUrl: 'javascript:alert(1)' });
  expect(await collectPage({ inject: async () => [{ frameId: 0, result: { pictures: 'no' } }], call })).toBeUndefined();
  const remote = await open('<img src="/a.jpg">');
  const lying = await collectPage({ inject: async () => [{ frameId: 0, result: await page.evaluate(() => 1) }], call });
  expect(lying).toBeUndefined();
  expect(remote.collection.candidates).toHaveLength(1);
});
