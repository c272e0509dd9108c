import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { bundle, collectFrom, launchBrowser } from './browser.ts';
import { openFixture, site } from './fixtures.ts';

/**
 * Each page of tests/sites/collector says in a script of its own what has to be found on it: the pictures in order
 * of rank, each with what matters about it, and the page's facts. Addresses are relative to the page.
 */
const Expected = z.strictObject({
  about: z.string(),
  address: z.optional(z.string()),
  facts: z.optional(z.record(z.string(), z.unknown())),
  /** The first pictures, in this order. */
  best: z.optional(z.array(z.record(z.string(), z.unknown()))),
  /** Pictures that have to be there, wherever. */
  has: z.optional(z.array(z.record(z.string(), z.unknown()))),
  /** Addresses that must not be there. */
  lacks: z.optional(z.array(z.string())),
  shownCount: z.optional(z.number()),
});

const folder = fileURLToPath(new URL('../sites/collector/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.html'));

let browser: Browser;
let page: Page;
let code: string;
beforeAll(async () => {
  [browser, code] = await Promise.all([launchBrowser(), bundle()]);
  page = await browser.newPage();
});
afterAll(() => browser.close());

test.each(files)('%s', async (name) => {
  const html = readFileSync(folder + name, 'utf8');
  const [, json = ''] = /<script type="application\/expected\+json">(.*?)<\/script>/s.exec(html) ?? [];
  const expected = Expected.parse(JSON.parse(json));
  await openFixture(page, html, site + (expected.address ?? '/post/'));
  const { candidates, facts, shownCount } = await collectFrom(page, code);
  const named = candidates.map((candidate) => shorten(candidate));
  for (const [index, picture] of (expected.best ?? []).entries()) expect(named[index]).toMatchObject(picture);
  for (const picture of expected.has ?? []) expect(named).toContainEqual(expect.objectContaining(picture));
  for (const url of expected.lacks ?? []) expect(named.map((one) => one['url'])).not.toContain(url);
  if (expected.facts) expect(shorten(facts)).toMatchObject(expected.facts);
  if (expected.shownCount !== undefined) expect(shownCount).toBe(expected.shownCount);
});

/** Addresses of the site without its origin. */
function shorten(value: object): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(value).replaceAll(`"${site}/`, '"/')));
}
