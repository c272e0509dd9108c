import type { Browser, Page } from '@playwright/test';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Collection } from '../../lib/page/candidate.ts';
import { Findings } from '../../lib/page/found.ts';
import { lazyAttributes } from '../../lib/page/lazy.ts';
import { refine } from '../../lib/page/refine.ts';
import { bundle, isolate, launchBrowser } from './browser.ts';
import { openFixture } from './fixtures.ts';

let browser: Browser;
let page: Page;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([launchBrowser(), bundle()]);
  page = await browser.newPage();
});
afterAll(() => browser.close());

const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'data:image/png;base64,AA',
    'blob:null/1',
    'file:///etc/passwd',
  ),
  fc.constantFrom(
    '/a.jpg',
    '//b.test/a.png',
    '?',
    '#',
    '',
    'http://',
    'https://[',
    '%',
    'a b.jpg 1x, c.jpg 2x',
    '{width}.jpg',
    'url(x.png)',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const names = [
  'src',
  'href',
  'poster',
  'data',
  'xlink:href',
  'style',
  'class',
  'alt',
  'title',
  'content',
  'property',
  'name',
  'rel',
  'type',
  'itemprop',
  'nopin',
  'data-pin-media',
  'data-pin-url',
  'data-pin-id',
  'data-pin-description',
  'data-pin-me-only',
  'cite',
  'videoid',
  'hidden',
  'width',
  ...lazyAttributes.keys(),
];
const words = fc.constantFrom(
  'og:image',
  'twitter:image',
  'pin:media',
  'pinterest',
  'canonical',
  'image_src',
  'image',
  'application/ld+json',
  'images',
  'attributes',
);
const tags =
  'img a div picture source video input svg image object embed canvas iframe form figure figcaption noscript meta link script li h2 article blockquote x-card'.split(
    ' ',
  );
const node = fc.record({
  tag: fc.constantFrom(...tags),
  attributes: fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof({ weight: 3, arbitrary: address }, words)), {
    maxLength: 6,
  }),
  text: fc.oneof(fc.string({ maxLength: 20 }), fc.json({ maxDepth: 3 })),
  depth: fc.nat(3),
  isShadow: fc.boolean(),
});
const pages = fc.array(fc.array(node, { maxLength: 25 }), { minLength: 20, maxLength: 20 });

/** Builds each tree in turn, collects it, and clears it away; all in one call, since calls cost more than trees. */
const runAll = `(trees) => trees.map((nodes) => {
  document.head.replaceChildren();
  document.body.replaceChildren();
  let at = document.body;
  for (const { tag, attributes, text, depth, isShadow } of nodes) {
    const svg = tag === 'svg' || tag === 'image';
    const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
    for (const [name, value] of attributes) if (name !== 'type' || tag !== 'script' || value.includes('json')) element.setAttribute(name, value);
    if (tag !== 'script' || element.getAttribute('type')) element.append(text);
    for (let up = 0; up < depth && at.parentElement; up++) at = at.parentElement;
    if (isShadow && tag === 'x-card') { const root = element.attachShadow({ mode: 'open' }); at.append(element); at = root; }
    else { at.append(element); at = element; }
    if (!at.isConnected || at.nodeType === 11) at = element;
  }
  const session = tackCollect.collect(document, { now: () => performance.now(), budgetMs: 1000 });
  return session.report(session.pictures.slice(0, 120));
})`;

test('any page yields no exception, no duplicate, and nothing but pictures and web links, within bounds', async () => {
  await openFixture(page, '<head></head><body></body>');
  const run = await isolate(page, code);
  await fc.assert(
    fc.asyncProperty(pages, async (trees) => {
      const answers = (await run(`(${runAll})(${JSON.stringify(trees)})`)) as unknown[];
      for (const answer of answers) {
        const collection = refine(Findings.parse(answer));
        Collection.parse(collection);
        const urls = collection.candidates.flatMap(({ url }) => url ?? []);
        expect(new Set(urls).size).toBe(urls.length);
        const all = collection.candidates.flatMap(({ url, larger, thumbnail }) => [
          ...(url ? [url] : []),
          ...larger,
          ...(thumbnail ? [thumbnail] : []),
        ]);
        for (const url of all) expect(url).toMatch(/^(?:https?:\/\/|data:image\/)/);
        for (const { link } of collection.candidates) expect(link ?? 'https://').toMatch(/^https?:\/\//);
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
