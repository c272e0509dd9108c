import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToastView } from '../../lib/messages/toast.ts';
import { violations } from '../axe.ts';
import { launchBrowser } from '../chromium.ts';
import { bundleToasts } from './bundle.ts';

// In an open root, unlike on real pages: axe and locators have to see inside.
const html = '<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1></main>';
const picture =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='48' height='48'><rect width='48' height='48' fill='%23c98a5b'/></svg>";

type SaveToast = Extract<ToastView, { kind: 'save' }>;
const saved: SaveToast = {
  kind: 'save',
  key: '1',
  state: 'saved',
  label: 'Recipes',
  title: 'Plum cake',
  thumbnailUrl: picture,
  isSandbox: false,
  isIncognito: false,
};

/** Every state of a toast, by name. */
const toasts: Record<string, ToastView> = {
  saved,
  saving: { ...saved, state: 'sending' },
  'saved to a secret board': { ...saved, label: undefined },
  'saved to the sandbox from a private window': { ...saved, isSandbox: true, isIncognito: true },
  'a link to another site': { ...saved, linkHost: 'blog.example' },
  'a still of a picture that moves': { ...saved, isStill: true },
  waiting: { ...saved, state: 'waiting', reason: "You're offline. Your save is kept." },
  failed: { ...saved, state: 'failed', reason: 'Pinterest blocked this link because it may be spam.' },
  'in doubt': { ...saved, state: 'in-doubt' },
  checking: { ...saved, state: 'unknown' },
  undoing: { ...saved, state: 'undoing' },
  undone: { ...saved, state: 'undone' },
  'private picture': { ...saved, state: 'failed', isPrivateQuestion: true },
  'no picture': { ...saved, thumbnailUrl: undefined },
  note: { kind: 'note', key: '2', code: 'toast.notSavable' },
  window: { kind: 'window', key: '3', position: 2, total: 10 },
};

let browser: Browser;
const code: Record<string, string> = {};
beforeAll(async () => {
  for (const locale of ['en', 'de', 'ar']) code[locale] = await bundleToasts(locale);
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

interface Shown {
  locale?: 'en' | 'de' | 'ar';
  pageDir?: 'ltr' | 'rtl';
  widthPx?: number;
}

/** A page of somebody else's on which toasts stand. */
async function pageWith(shown: ToastView[], { locale = 'en', pageDir = 'ltr', widthPx = 600 }: Shown = {}) {
  const page = await (await browser.newContext({ viewport: { width: widthPx, height: 600 } })).newPage();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setContent(html);
  await page.addScriptTag({ content: code[locale] ?? '' });
  await page.evaluate(
    ({ shown, language, pageDir }) => {
      document.documentElement.dir = pageDir;
      (globalThis as unknown as { tackToasts: typeof import('./show.tsx') }).tackToasts.show(shown, language);
    },
    { shown, pageDir, language: { lang: locale, dir: locale === 'ar' ? 'rtl' : 'ltr' } },
  );
  await page.getByRole('status').waitFor();
  return page;
}

test.each(Object.keys(toasts))('axe finds nothing wrong with "%s", light and dark', async (name) => {
  const page = await pageWith(toasts[name] ? [toasts[name]] : []);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, { within: '[popover]' })).toEqual([]);
  }
  await page.context().close();
});

test('a screen reader hears what became of the save, and then what can be done', async () => {
  const page = await pageWith([saved, toasts['failed'] ?? saved]);
  expect(await page.getByRole('status').ariaSnapshot()).toBe(
    `
- status:
  - text: Saved to Recipes Plum cake
  - button "Undo"
  - button "Edit"
  - button "View"
  - text: Not saved yet Pinterest blocked this link because it may be spam.
  - button "Try again"
  - button "Edit"
`.trim(),
  );
  await page.context().close();
});

test('of a picture that moves it says that Pinterest got a still', async () => {
  const page = await pageWith([{ ...saved, isStill: true }]);
  await expect.poll(() => page.getByRole('status').innerText()).toContain('It no longer moves: Pinterest got a still.');
  await page.context().close();
});

test.each([
  { locale: 'en', pageDir: 'rtl', at: 'right' },
  { locale: 'ar', pageDir: 'ltr', at: 'left' },
] as const)('in $locale it stands at the $at, also on a page that runs $pageDir', async ({ locale, pageDir, at }) => {
  const page = await pageWith([saved], { locale, pageDir });
  const { x, width } = (await page.getByRole('status').boundingBox()) ?? { x: 0, width: 0 };
  expect(at === 'left' ? x : 600 - x - width).toBe(16);
  expect(await page.getByRole('status').evaluate((status) => getComputedStyle(status).direction)).toBe(
    locale === 'ar' ? 'rtl' : 'ltr',
  );
  await page.context().close();
});

test.each(['en', 'de', 'ar'] as const)('nothing is cut off in %s, on a narrow page either', async (locale) => {
  for (const widthPx of [600, 320]) {
    const page = await pageWith(Object.values(toasts).slice(0, 8), { locale, widthPx });
    const cut = await page
      .locator('.toast, .toast .actions, .toast button')
      .evaluateAll((parts) =>
        parts.flatMap((part) => (part.scrollWidth > part.clientWidth + 1 ? part.textContent : [])),
      );
    expect(cut).toEqual([]);
    const { x, width } = (await page.getByRole('status').boundingBox()) ?? { x: -1, width: 0 };
    expect([x >= 0, x + width <= widthPx]).toEqual([true, true]);
    await page.context().close();
  }
});

test('words that look like markup stay words', async () => {
  const markup = '<img src=x onerror="document.title=`owned`"><b>bold</b>';
  const page = await pageWith([
    { ...saved, title: markup, label: markup, linkHost: markup },
    { ...saved, key: '2', state: 'failed', reason: markup },
  ]);
  const status = page.getByRole('status');
  // Once in each sentence: the board's, the title's, the link's, the reason's.
  expect((await status.innerText()).split('<b>bold</b>')).toHaveLength(5);
  expect(await status.locator('img').count()).toBe(2);
  expect(await page.title()).toBe('A page');
  await page.context().close();
});
