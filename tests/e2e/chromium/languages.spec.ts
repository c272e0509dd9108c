import { readdirSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { launch, openPopup, workerOf } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { choose, pressSave, type Room, seededBoards } from './room.ts';
import { states } from './states.ts';
import { connectOwnApp, openOptions } from './steps.ts';
import { english, extensionLocales, type Words, wordsIn } from './words.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

/** Words that a page, Pinterest or a person may show in any language. */
const foreign = [
  'Tack',
  'Pinterest',
  'Trial',
  'API',
  'URL',
  'PDF',
  'Alt+Shift+K',
  'Alt+Shift+S',
  '{title}',
  '{description}',
];

test('the languages of the tests are those of the build', () => {
  expect(readdirSync('.output/chrome-mv3/_locales').toSorted()).toEqual(extensionLocales.toSorted());
});

for (const locale of extensionLocales) {
  test(`Tack speaks the browser's language on every face: ${locale}`, async ({ emulator }, testInfo) => {
    test.slow();
    emulator.reset();
    emulator.seed({ boards: seededBoards });
    const words = wordsIn(locale);
    const context = await launch({ tlsPort: emulator.tlsPort, language: words.tag });
    try {
      const spoken = await languageOf(context);
      test.skip(spoken !== words.tag, `this Chromium speaks ${spoken}: it has no language pack for ${words.tag}`);
      const room: Room = { context, emulator, words };

      const page = await context.newPage();
      await page.goto(recipe);
      const popup = await openPopup(context, page);
      await expect(popup.getByRole('button', { name: words.t('popup.saveWithPinterest') })).toBeVisible();
      await expectIn(words, popup, 'the popup, not connected');
      await popup.close();

      for (const name of ['options', 'welcome']) {
        const state = states.pages.find((each) => each.name === name);
        const face = await state?.reach(room);
        if (!face) throw new Error(`no state ${name}`);
        await expectIn(words, face, name);
        await face.close();
      }

      await connectOwnApp(context, emulator, { words });
      const options = await openOptions(context, words);
      await options.getByText(words.t('options.kept')).click();
      await expectIn(words, options, 'Options, connected');
      await options.close();

      const gallery = await context.newPage();
      await gallery.goto('https://kitchen.test/many?n=4');
      const connected = await openPopup(context, gallery);
      await connected.getByRole('button', { name: words.t('popup.selectAll') }).click();
      await connected.getByRole('button', { name: words.t('popup.more') }).click();
      await connected.getByRole('button', { name: words.plural('popup.hiddenCount', 1) }).click();
      await expectIn(words, connected, 'the popup, everything open');
      await choose(room, connected, 'Garden');
      await pressSave(room, connected, 4);
      await expect(connected.getByText(words.plural('popup.run.savedMany', 4, 'Garden')).first()).toBeVisible();
      await expectIn(words, connected, 'the popup, saved');
      await testInfo.attach(`popup-${locale}`, { body: await connected.screenshot(), contentType: 'image/png' });
    } finally {
      await context.close();
    }
  });
}

/** The language of the words that the browser chose for the extension. */
async function languageOf(context: BrowserContext): Promise<string> {
  const worker = await workerOf(context);
  return worker.evaluate(() => {
    const { i18n } = (globalThis as unknown as { chrome: { i18n: { getMessage(key: string): string } } }).chrome;
    return i18n.getMessage('language');
  });
}

/** A page speaks a language: it says so, in its direction, with no key, no English left over and nothing cut off. */
async function expectIn({ tag, t, locale }: Words, page: Page, face: string): Promise<void> {
  const html = page.locator('html');
  await expect(html, face).toHaveAttribute('lang', tag);
  await expect(html, face).toHaveAttribute('dir', t('direction'));
  const texts = await page.evaluate(textsOf);
  expect(texts.length, face).toBeGreaterThan(5);
  expect(texts.filter(isRaw), `${face}: keys`).toEqual([]);
  if (locale !== 'en')
    expect(
      texts.filter((text) => englishOnly(locale).has(text)),
      `${face}: English`,
    ).toEqual([]);
  expect(await page.evaluate(cutOff), `${face}: cut off`).toEqual([]);
}

/** A key where words should be, with dots as in the source or underscores as in the build, or a place left unfilled. */
function isRaw(text: string): boolean {
  const { all } = english();
  const key = text.replaceAll('.', '_');
  return /__MSG_|\$\d/.test(text) || (key.includes('_') && (all.has(key) || all.has(`${key}_other`)));
}

/** Sentences of the English locale that are no words of another. */
function englishOnly(locale: Words['locale']): ReadonlySet<string> {
  const own = new Set(wordsIn(locale).all.values());
  return new Set([...english().all.values()].filter((text) => !own.has(text) && !foreign.includes(text)));
}

/** Everything on a page that a person reads or hears, piece by piece. Runs in the page. */
function textsOf(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node.textContent ?? '');
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '');
  }
  return found.map((text) => text.trim()).filter(Boolean);
}

/**
 * What is wider than the place that it has, of what is in sight. What scrolls or shortens with an ellipsis does so on
 * purpose, and the order's words step aside for its icon. Runs in the page.
 */
function cutOff(): string[] {
  // The reach of a button beyond its edge is no overflow.
  const bare = new CSSStyleSheet();
  bare.replaceSync('*::after { display: none !important }');
  document.adoptedStyleSheets.push(bare);
  const wide = [...document.querySelectorAll<HTMLElement>('body, body *')].filter((element) => {
    if (!element.checkVisibility() || element.clientWidth <= 1) return false;
    if (element.matches('input, textarea, select, svg, svg *, .sort')) return false;
    const { overflowX, textOverflow, display } = getComputedStyle(element);
    if (display === 'inline' || textOverflow === 'ellipsis' || /auto|scroll/.test(overflowX)) return false;
    // As wide as the ring around what has the focus.
    return element.scrollWidth > element.clientWidth + 4;
  });
  document.adoptedStyleSheets.pop();
  return wide.map((element) => `${element.localName}.${element.className}: ${element.textContent?.slice(0, 60)}`);
}
