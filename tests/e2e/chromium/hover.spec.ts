import type { BrowserContext, Page } from '@playwright/test';
import { launchWithAccess } from './access.ts';
import { extensionIdOf } from './browser.ts';
import { test as base, expect } from './fixtures.ts';
import { layOver } from './overlay.ts';

const gallery = 'https://kitchen.test/gallery';

/** The person has said yes to all sites, whenever Tack comes to ask. */
const test = base.extend({
  context: async ({ emulator }, use) => {
    emulator.reset();
    const { context, close } = await launchWithAccess(emulator.tlsPort, ['https://*/*', 'http://*/*']);
    await use(context);
    await close();
  },
});

/** Turns the button on for all sites, or off, in Welcome. */
async function turn(context: BrowserContext, onOrOff: 'on' | 'off'): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionIdOf(context)}/welcome.html#hover`);
  const names = { on: 'Turn on for all sites', off: 'Turn off' };
  await page.getByRole('button', { name: names[onOrOff] }).click();
  await page.getByRole('button', { name: names[onOrOff === 'on' ? 'off' : 'on'] }).waitFor();
  await expect.poll(() => page.evaluate(registered)).toBe(onOrOff === 'on' ? 1 : 0);
  await page.close();
}

async function registered(): Promise<number> {
  const { chrome } = globalThis as unknown as {
    chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } };
  };
  return (await chrome.scripting.getRegisteredContentScripts()).length;
}

/** The button as the accessibility tree knows it: its root is closed to scripts, ours included. */
async function buttonOn(page: Page): Promise<{ x: number; y: number } | undefined> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const node = nodes.find(({ role, name }) => role?.value === 'button' && name?.value === 'Save with Tack');
  if (!node?.backendDOMNodeId) return undefined;
  // It may have gone since the tree was read.
  const box = await cdp.send('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId }).catch(() => undefined);
  if (!box) return undefined;
  const { model } = box;
  const [left = 0, top = 0] = model.border;
  await cdp.detach();
  return { x: left + model.width / 2, y: top + model.height / 2 };
}

async function pressButton(page: Page): Promise<void> {
  await expect.poll(() => buttonOn(page)).toBeTruthy();
  const at = await buttonOn(page);
  if (!at) throw new Error('no hover button');
  await page.mouse.move(at.x, at.y, { steps: 3 });
  // Chromium reports what is visible every 100 ms, and the guard wants half a second of it.
  await expect(async () => {
    await page.mouse.click(at.x, at.y);
    expect(await buttonOn(page)).toBeUndefined();
  }).toPass();
}

test.describe('where it is on', () => {
  test.beforeEach(async ({ context }) => {
    await turn(context, 'on');
  });

  test('a picture under the pointer gets the button in its corner, and the page moves by nothing', async ({ page }) => {
    await page.goto(gallery);
    const image = page.locator('main img').first();
    const before = await image.boundingBox();
    await image.hover();
    await expect.poll(() => buttonOn(page)).toEqual({ x: (before?.x ?? 0) + 30, y: (before?.y ?? 0) + 30 });
    expect(await image.boundingBox()).toEqual(before);
    expect(await page.evaluate(() => document.querySelector('div[popover]')?.shadowRoot)).toBeNull();
    await page.mouse.wheel(0, 200);
    await expect.poll(() => buttonOn(page)).toBeUndefined();
    expect(await page.locator('div[popover]').count()).toBe(0);
  });

  test('a press hands the picture to Pinterest when nobody is connected', async ({ context, page }) => {
    await page.goto(gallery);
    await page.locator('main img').nth(1).hover();
    const opened = context.waitForEvent('page', (other) => other.url().includes('/pin/create/button/'));
    await pressButton(page);
    expect(new URL((await opened).url()).searchParams.get('media')).toContain('/numbered/');
  });

  test('a press the page made up does nothing, nor one through what it laid over the button', async ({
    page,
    emulator,
  }) => {
    await page.goto(gallery);
    await page.evaluate(() => {
      const [image] = document.images;
      image?.dispatchEvent(
        new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse', clientX: 200, clientY: 300 }),
      );
    });
    await page.locator('main img').nth(2).hover();
    await expect.poll(() => buttonOn(page)).toBeTruthy();
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('div[popover]');
      host?.click();
      host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    });
    expect(await buttonOn(page)).toBeTruthy();
    await layOver(page, 'html > div[popover]');
    const at = await buttonOn(page);
    for (let press = 0; press < 5; press++) await page.mouse.click(at?.x ?? 0, at?.y ?? 0, { delay: 200 });
    expect(await buttonOn(page)).toBeTruthy();
    expect(
      page
        .context()
        .pages()
        .filter((other) => other.url().includes('pinterest.com')),
    ).toEqual([]);
    expect(emulator.state().pins).toEqual([]);
  });

  for (const [what, change] of [
    ['asks not to be pinned', () => addMeta('nopin')],
    ['asks for no hover button', () => addMeta('nohover')],
    ["has Pinterest's own hover button", () => document.body.setAttribute('data-pin-hover', '')],
    [
      'refuses it for the picture',
      () => document.querySelectorAll('main img')[1]?.setAttribute('data-pin-no-hover', 'true'),
    ],
    [
      'refuses it around the picture',
      () => document.querySelectorAll('main img')[1]?.closest('figure')?.setAttribute('nopin', ''),
    ],
    [
      'shows the picture small',
      () => document.querySelectorAll('main img')[1]?.setAttribute('style', 'width:110px;height:150px'),
    ],
  ] as const) {
    test(`a page that ${what} gets none`, async ({ page }) => {
      await page.goto(gallery);
      await page.locator('main img').nth(1).hover();
      await expect.poll(() => buttonOn(page)).toBeTruthy();
      await page.locator('h1').first().hover();
      await expect.poll(() => buttonOn(page)).toBeUndefined();
      await page.addScriptTag({ content: addMeta.toString() });
      await page.evaluate(`(${change.toString()})()`);
      await page.evaluate(() => {
        // Told by the page itself once the pointer has rested longer than the button waits.
        document.addEventListener(
          'pointerover',
          () => setTimeout(() => document.body.setAttribute('data-rested', ''), 300),
          { once: true },
        );
      });
      await page.locator('main img').nth(1).hover();
      await page.locator('body[data-rested]').waitFor();
      expect(await buttonOn(page)).toBeUndefined();
    });
  }

  test('turned off, it is gone from open pages too', async ({ context, page }) => {
    await page.goto(gallery);
    await page.locator('main img').first().hover();
    await expect.poll(() => buttonOn(page)).toBeTruthy();
    await turn(context, 'off');
    await page.bringToFront();
    await expect.poll(() => buttonOn(page)).toBeUndefined();
    await page.reload();
    await page.locator('main img').nth(1).hover();
    expect(await page.evaluate(() => document.querySelector('div[popover]'))).toBeNull();
  });
});

test.describe('connected', () => {
  test('a press saves the picture to the board used last, with a toast', async ({
    context,
    connect,
    emulator,
    popupOver,
    page,
  }) => {
    emulator.seed({ boards: [{ name: 'Garden' }] });
    await connect();
    await turn(context, 'on');
    await page.goto('https://kitchen.test/recipes/plum-cake');
    const popup = await popupOver(page);
    await popup.getByRole('combobox', { name: 'Board' }).fill('Garden');
    await popup.getByRole('combobox', { name: 'Board' }).press('Enter');
    await popup.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(popup.getByText('Saved to Garden').first()).toBeVisible();
    await popup.close();
    await page.goto(gallery);
    await page.locator('main img').nth(4).hover();
    await pressButton(page);
    await expect.poll(() => emulator.state().pins.length).toBe(2);
    expect(emulator.state().pins[1]?.boardId).toBe(emulator.state().pins[0]?.boardId);
    await expect(page.locator('div[popover]')).toBeAttached();
  });
});

function addMeta(content: string): void {
  const meta = document.createElement('meta');
  meta.name = 'Pinterest';
  meta.content = content;
  document.head.append(meta);
}
