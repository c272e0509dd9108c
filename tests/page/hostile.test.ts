import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, collectFrom, isolate, launchBrowser, start } from './browser.ts';
import { openFixture } from './fixtures.ts';

let browser: Browser;
let page: Page;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([launchBrowser(), bundle()]);
  page = await browser.newPage();
});
afterAll(() => browser.close());

test('a hundred thousand pictures give the best so far, and say that it stopped', async () => {
  await openFixture(page, '<meta property="og:image" content="/lead.jpg"><main hidden></main>');
  await page.evaluate(() => {
    const html = Array.from({ length: 100_000 }, (_, at) => `<img data-src="/p/${at}.jpg" alt="Number ${at}">`);
    document.querySelector('main')?.insertAdjacentHTML('beforeend', html.join(''));
  });
  const { candidates, isPartial, shownCount } = await collectFrom(page, code);
  expect(isPartial).toBe(true);
  expect(candidates).toHaveLength(120);
  expect(candidates[0]?.url).toMatch(/lead\.jpg$/);
  expect(shownCount).toBeGreaterThan(120);
});

test('no time at all still gives what the page states', async () => {
  const images = '<img src="/a.jpg">'.repeat(99);
  await openFixture(page, `<meta property="og:image" content="/lead.jpg">${images}`);
  const { candidates, isPartial } = await collectFrom(page, code, -1);
  expect(isPartial).toBe(true);
  expect(candidates[0]?.url).toMatch(/lead\.jpg$/);
});

test('the clock is asked often enough: a slow page is left within its time, whatever it holds', async () => {
  const kinds = [
    '<img data-src="/p/#.jpg">',
    '<div style="background:url(/b/#.jpg)"></div>',
    '<blockquote cite="https://www.instagram.com/p/#"></blockquote>',
  ];
  for (const kind of kinds) {
    await openFixture(page, '<main hidden></main>');
    const html = Array.from({ length: 5000 }, (_, at) => kind.replace('#', `${at}`)).join('');
    await page.evaluate((inner) => document.querySelector('main')?.insertAdjacentHTML('beforeend', inner), html);
    const run = await isolate(page, code);
    // Each look at the clock finds that ten milliseconds have passed.
    const session = `tackCollect.collect(document, { now: () => (globalThis.looks = (globalThis.looks ?? 0) + 10), budgetMs: 1000 })`;
    const looked = `(() => { const { pictures, report } = ${session}; return [pictures.length, report([]).isPartial, looks]; })()`;
    const [count, isPartial, clockMs] = (await run(looked)) as [number, boolean, number];
    expect(isPartial).toBe(true);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(5000);
    expect(clockMs).toBeLessThan(2000);
  }
});

test('on a page of many thousand elements shadow roots are still found', async () => {
  await openFixture(page, `<x-card></x-card><div id="plain"></div><p hidden>${'<span></span>'.repeat(21_000)}</p>`);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('x-card, #plain')) {
      element.attachShadow({ mode: 'open' }).innerHTML = `<img src="/${element.localName}.jpg">`;
    }
  });
  await page.waitForLoadState('networkidle');
  const { candidates } = await collectFrom(page, code);
  expect(candidates.map(({ url }) => url?.slice(18))).toEqual(expect.arrayContaining(['x-card.jpg', 'div.jpg']));
});

test('data: addresses of 50 MB stay in the page and are named by a handle', async () => {
  await openFixture(page, '<main></main>');
  await page.evaluate(() => {
    for (let at = 0; at < 2; at++) {
      const img = document.createElement('img');
      img.src = `data:image/png;base64,${String(at).repeat(50_000_000)}`;
      img.dataset['src'] = img.src;
      img.srcset = `${img.src} 2x`;
      document.body.append(img);
    }
  });
  const { candidates } = await collectFrom(page, code);
  expect(candidates.map(({ url, handle }) => [url, typeof handle])).toEqual([
    [undefined, 'number'],
    [undefined, 'number'],
  ]);
});

test('throwing getters and frozen prototypes of the page do not reach the collector', async () => {
  const html = `<img src="/a.jpg" alt="Safe"><script>
    const boom = { get() { throw new Error('boom'); }, configurable: true };
    for (const name of ['src', 'currentSrc', 'naturalWidth', 'naturalHeight']) Object.defineProperty(HTMLImageElement.prototype, name, boom);
    for (const name of ['attributes', 'localName', 'shadowRoot']) Object.defineProperty(Element.prototype, name, boom);
    document.querySelectorAll = Document.prototype.querySelectorAll = () => { throw new Error('boom'); };
    Array.prototype.map = Map.prototype.set = String.prototype.replace = () => { throw new Error('boom'); };
    for (const one of [Object, Array, Element, Document, HTMLImageElement, Node]) Object.freeze(one.prototype);
  </script>`;
  await openFixture(page, html);
  const { candidates } = await collectFrom(page, code);
  expect(candidates[0]).toMatchObject({ altText: 'Safe', widthPx: 640 });
});

test('a page that answers every look with more pictures ends', async () => {
  const html = `<main></main><script>
    const add = () => document.querySelector('main').insertAdjacentHTML('beforeend', '<img data-src="/more-' + Math.random() + '.jpg"><img>');
    new MutationObserver(() => { if (document.images.length < 4000) add(); }).observe(document, { subtree: true, childList: true, attributes: true });
    addEventListener('scroll', add); setInterval(add, 1); add();
  </script>`;
  await openFixture(page, html);
  const { candidates } = await collectFrom(page, code);
  expect(candidates.length).toBeGreaterThan(0);
});

test('addresses, names and JSON of absurd lengths do not spoil the rest', async () => {
  const long = 'x'.repeat(300_000);
  const html = `<meta charset="utf-8"><title>${long}</title><meta property="og:title" content="${long}"><meta name="${long}" content="1">
    <script type="application/ld+json">{"@type":"Recipe","name":["${long}"],"image":[[[{}]],7,null,"/ld.jpg"]}</script>
    <script type="application/ld+json">${'['.repeat(9999)}</script>
    <img src="https://a.test/${long}.jpg"><img src="/ok.jpg" alt="${long}" data-${long}="1" data-src="${long}">
    <figure><img src="/family.jpg"><figcaption>Family ${'👩‍👩‍👧‍👦'.repeat(300)}</figcaption></figure>`;
  await openFixture(page, html);
  const { candidates, facts } = await collectFrom(page, code);
  const family = candidates.find(({ url }) => url?.endsWith('/family.jpg'));
  for (const text of [family?.title, family?.description, family?.altText])
    expect(text).toMatch(/^Family (?:👩‍👩‍👧‍👦)+…$/u);
  expect(candidates.find(({ url }) => url?.endsWith('/ok.jpg'))?.altText.length).toBeLessThanOrEqual(500);
  expect(facts.title.length).toBeLessThanOrEqual(300);
});

test('later slices go on where the first one ended, and a picture beyond it can be picked', async () => {
  const images = Array.from({ length: 300 }, (_, at) => `<img src="/many-${at}.jpg" alt="Number ${at}">`);
  await openFixture(page, `<main>${images.join('')}</main>`);
  const run = await isolate(page, code);
  const names = (expression: string) => run(`${expression}.map(({ texts }) => texts.alt)`) as Promise<string[]>;
  await run(`${start()}, 0`);
  const slices = [];
  for (const from of [0, 120, 240])
    slices.push(...(await names(`tackPage.report(tackPage.pictures.slice(${from}, ${from + 120})).pictures`)));
  expect(new Set(slices).size).toBe(300);
  expect(await names(`tackPage.report([tackPage.find('https://site.test/many-299.jpg')]).pictures`)).toEqual([
    'Number 299',
  ]);
});
