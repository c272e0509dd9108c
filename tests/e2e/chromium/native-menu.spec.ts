import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { BrowserContext, Page } from '@playwright/test';
import { launch } from './browser.ts';
import { test as base, expect } from './fixtures.ts';
import { connectOwnApp, saveByPopup } from './steps.ts';
import { toastOn } from './toast.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';
const canShowMenus = ['Xvfb', 'xdotool'].every((tool) => spawnSync('which', [tool]).status === 0);
if (!canShowMenus) console.log('No Xvfb or no xdotool here: the native menu is not walked, its stand-in is.');

/** Chromium on a display of its own, and the hand that moves its mouse and presses its keys. */
const test = base.extend<{ display: string; context: BrowserContext; hand: Hand }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from the pattern
  display: async ({}, use) => {
    const server: ChildProcess = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x960x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [, , , numbers] = server.stdio;
    if (!numbers) throw new Error('Xvfb gives no display number');
    const [number] = await once(createInterface(numbers as NodeJS.ReadableStream), 'line');
    await use(`:${number}`);
    server.kill();
    await once(server, 'exit');
  },
  context: async ({ emulator, display }, use) => {
    emulator.reset();
    const args = ['--window-position=0,0', '--window-size=1200,900', '--ozone-platform=x11'];
    const context = await launch({ tlsPort: emulator.tlsPort, headless: false, display, args });
    await use(context);
    await context.close();
  },
  hand: async ({ display }, use) => {
    await use((...args) => {
      const { status, stderr } = spawnSync('xdotool', args, { env: { ...process.env, DISPLAY: display } });
      if (status !== 0) throw new Error(`xdotool ${args.join(' ')}: ${stderr}`);
    });
  },
});

type Hand = (...args: string[]) => void;

/** Clicks a picture with the right button of the real mouse; the native menu opens. */
const rightClick = (page: Page, selector: string, hand: Hand) => clickOn(page, selector, hand, '3', 'contextmenu');

/** Clicks with the real mouse, and waits until the page has felt it. */
async function clickOn(page: Page, selector: string, hand: Hand, button: string, event: string): Promise<void> {
  await page.bringToFront();
  const { x, y } = await page.locator(selector).evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const edge = (outerWidth - innerWidth) / 2;
    return { x: screenX + edge + left + width / 2, y: screenY + outerHeight - innerHeight - edge + top + height / 2 };
  });
  await page.evaluate((awaited) => {
    const felt = new Promise((resolve) => addEventListener(awaited, () => resolve(true), { once: true }));
    Object.assign(globalThis, { felt });
  }, event);
  hand('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', button);
  await page.evaluate(() => (globalThis as unknown as { felt: Promise<true> }).felt);
}

if (canShowMenus) {
  test("a right-click walks the native menu to Pinterest's window", async ({ context, hand, saveWindow }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    const opened = saveWindow();
    await rightClick(page, '#linked', hand);
    // Ours is the item just above *Inspect*, the last one.
    hand('key', '--delay', '80', 'Up', 'Up', 'Return');
    const asked = new URL((await opened).url()).searchParams;
    expect(asked.get('media')).toContain('tomato-soup');
    expect(asked.get('url')).toBe(recipe);
  });

  test('a right-click walks the native menu to a board that was used, and the pin is there', async ({
    context,
    emulator,
    hand,
    popupOver,
  }) => {
    emulator.seed({ boards: [{ name: 'Garden' }] });
    await connectOwnApp(context, emulator);
    const page = await context.newPage();
    await page.goto(recipe);
    const popup = await popupOver(page);
    await saveByPopup(popup, 'Garden');
    await popup.close();
    await rightClick(page, '#linked', hand);
    hand('key', '--delay', '80', 'Up', 'Up', 'Right', 'Return');
    await expect.poll(async () => (await toastOn(page)).text).toContain('Saved to Garden');
    expect(emulator.state().pins.some(({ pictureUrl }) => pictureUrl?.includes('tomato-soup'))).toBe(true);
  });

  test('the shortcut pins the best picture', async ({ context, hand, saveWindow }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    // The window has the keyboard only once it was clicked.
    await clickOn(page, 'h1', hand, '1', 'click');
    let opened: Page | undefined;
    const waiting = saveWindow().then((window) => {
      opened = window;
    });
    // On a loaded machine a key pressed right after the click does not always reach the browser: then it is pressed again.
    await expect(async () => {
      hand('key', 'alt+shift+s');
      await expect.poll(() => opened, { timeout: 4_000 }).toBeDefined();
    }).toPass({ timeout: 60_000 });
    await waiting;
    expect(new URL(opened?.url() ?? '').searchParams.get('media')).toContain('plum-cake');
  });
}
