import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { expect, test } from './fixtures.ts';
import { layOver } from './overlay.ts';
import { chooseInImageMenu, saveByPopup } from './steps.ts';
import { pressInToast, toastOn } from './toast.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

declare global {
  /** What the page got hold of; set by the hostile script. */
  var caught: string[];
}

/** What a page can do before its first picture is there: everything that a script of ours might lean on is its own. */
function lieInWait(): void {
  globalThis.caught = [];
  const catchIt = (what: string) => globalThis.caught.push(what);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    catchIt('attachShadow');
    return attachShadow.call(this, { ...init, mode: 'open' });
  };
  for (const name of ['map', 'filter', 'push', 'includes'] as const) {
    const own = Array.prototype[name] as (...args: unknown[]) => unknown;
    Object.assign(Array.prototype, {
      [name](this: unknown[], ...args: unknown[]) {
        if (JSON.stringify(this)?.includes('Garden')) catchIt(name);
        return own.apply(this, args);
      },
    });
  }
  globalThis.fetch = async () => {
    catchIt('fetch');
    return new Response();
  };
  for (const name of ['tack-toast', 'tack-hover']) {
    customElements.define(
      name,
      class extends HTMLElement {
        constructor() {
          super();
          catchIt(name);
        }
      },
    );
  }
  addEventListener('message', () => catchIt('message'));
}

/** Opens the recipe as a hostile page, and saves its picture to Garden from the menu. */
async function saveOnHostilePage(
  context: BrowserContext,
  popupOver: (page: Page) => Promise<Page>,
  emulator: Emulator,
) {
  const page = await context.newPage();
  await page.addInitScript(lieInWait);
  await page.goto(recipe);
  await saveByPopup(await popupOver(page), 'Garden');
  const garden = emulator.state().boards.find(({ name }) => name === 'Garden');
  const src = await page.locator('#linked').evaluate((image: HTMLImageElement) => image.currentSrc);
  await chooseInImageMenu(context, page, src, `image-to:${garden?.id}`);
  await expect.poll(async () => (await toastOn(page)).text).toContain('Saved to Garden');
  return page;
}

test.describe('a hostile page', () => {
  test.beforeEach(async ({ emulator, connect }) => {
    emulator.seed({ boards: [{ name: 'Garden' }] });
    await connect();
  });

  test('neither sees into the toast, nor presses its buttons, nor speaks in its name', async ({
    context,
    popupOver,
    emulator,
  }) => {
    const page = await saveOnHostilePage(context, popupOver, emulator);
    const before = emulator.state().pins.map(({ id }) => id);
    const seen = await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('html > [popover]');
      if (!host) throw new Error('no toast');
      const { left, top, width, height } = host.getBoundingClientRect();
      for (const target of [host, document.elementFromPoint(left + width / 2, top + height / 2)]) {
        (target as HTMLElement | null)?.click();
        target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      }
      for (const name of ['undo', 'openEditor', 'openBoard', 'stopWindow']) {
        postMessage({ name, data: [], event: 'toast', toast: { kind: 'note', key: 'forged', code: 'forged' } }, '*');
      }
      let internals: ShadowRoot | null = null;
      try {
        internals = host.attachInternals().shadowRoot;
      } catch {}
      return { root: host.shadowRoot, internals, text: host.textContent, html: document.documentElement.outerHTML };
    });
    expect(seen).toMatchObject({ root: null, internals: null, text: '' });
    expect(seen.html).not.toContain('Garden');
    expect((await toastOn(page)).text).toContain('Saved to Garden');
    expect(emulator.state().pins.map(({ id }) => id)).toEqual(before);
    expect((await page.evaluate(() => globalThis.caught)).filter((what) => what !== 'message')).toEqual([]);
  });

  test('gets no press through something that it lays over the toast', async ({ context, popupOver, emulator }) => {
    const page = await saveOnHostilePage(context, popupOver, emulator);
    const before = emulator.state().pins.length;
    await layOver(page, 'html > [popover]');
    await pressInToast(page, 'Undo');
    expect((await toastOn(page)).text).toContain('Saved to Garden');
    expect(emulator.state().pins).toHaveLength(before);
  });

  test('finds nothing of Tack before the gesture', async ({ context, extensionId }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    const found = await page.evaluate(async (id) => {
      const files = ['popup.html', 'options.html', 'icon/48.png', 'collect.js', 'toast.js', 'manifest.json'];
      const reached = await Promise.all(
        files.map((file) =>
          fetch(`chrome-extension://${id}/${file}`).then(
            () => file,
            () => undefined,
          ),
        ),
      );
      return {
        reached: reached.filter(Boolean),
        loaded: performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('chrome-extension:'))
          .length,
        children: [...document.documentElement.children].map(({ localName }) => localName),
        names: Object.getOwnPropertyNames(globalThis).filter((name) => /^tack/i.test(name)),
      };
    }, extensionId);
    expect(found).toEqual({ reached: [], loaded: 0, children: ['head', 'body'], names: [] });
  });
});
