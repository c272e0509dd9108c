// npm run demo: the shipped extension saves four pictures to an emulated Pinterest, and every step is photographed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launch, openPopup } from '../tests/e2e/chromium/browser.ts';
import { chooseInImageMenu, connectOwnApp, dispatchMenu } from '../tests/e2e/chromium/steps.ts';
import { type Emulator, startEmulator } from '../tests/emulator/start.ts';
import { findChromium } from './chromium.ts';

const output = 'demo-output';
const recipe = 'https://kitchen.test/recipes/plum-cake';
const args = new Set(process.argv.slice(2));
const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) || process.platform !== 'linux';
const isOpen = !args.has('--headless') && (hasDisplay || args.has('--open'));

process.env['CHROMIUM'] = findChromium();
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
if (spawnSync('wxt', ['build'], { stdio: 'inherit' }).status !== 0) process.exit(1);

const emulator = await startEmulator({
  seed: {
    boards: [
      { name: 'Recipes', sections: ['Cakes', 'Soups'] },
      { name: 'Garden' },
      { name: 'Gifts', privacy: 'SECRET' },
    ],
  },
});
const context = await launch({ tlsPort: emulator.tlsPort, headless: !isOpen });
let shots = 0;

try {
  const page = await context.newPage();
  await page.goto(recipe);
  await notConnected(page);
  step('Connecting with an app of one’s own, through the consent page');
  await connectOwnApp(context, emulator, { look: (options) => photograph(options, 'connect') });
  await byPopup(page);
  await byMenu(page);
  await byQuickPin(page);
} finally {
  if (!isOpen) await context.close();
}

report(emulator);
if (isOpen) {
  console.log('\nThe browser stays open: try it yourself, and close it when you are done.');
  await new Promise((resolve) => context.once('close', resolve));
}
await emulator.close();

async function notConnected(page: Page): Promise<void> {
  step('Not connected: the popup hands the picture to Pinterest’s own window');
  const popup = await openPopup(context, page);
  const save = popup.getByRole('button', { name: 'Save with Pinterest' });
  await save.waitFor();
  await photograph(popup, 'not-connected');
  const opened = context.waitForEvent('page', (other) => other.url().includes('/pin/create/button/'));
  await save.click();
  const window = await opened;
  await photograph(window, 'pinterest-window');
  await window.getByRole('button', { name: 'Save' }).click();
  await until(() => emulator.state().windowSaves.length === 1);
  await window.close().catch(() => undefined);
  await popup.close().catch(() => undefined);
}

async function byPopup(page: Page): Promise<void> {
  step('The popup: the best picture, to the board that was typed');
  const popup = await openPopup(context, page);
  const board = popup.getByRole('combobox', { name: 'Board' });
  await board.fill('rec');
  await photograph(popup, 'board-picker');
  await board.press('Enter');
  await photograph(popup, 'popup');
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await popup.getByText('Saved to Recipes').first().waitFor();
  await photograph(popup, 'saved');
  await popup.close();
}

async function byMenu(page: Page): Promise<void> {
  step('The right-click menu: another picture, to a board used before');
  if (!hasDisplay || !isOpen) console.log('   (no display: the native menu is replaced by a call to its listeners)');
  const src = await page
    .getByRole('img')
    .nth(2)
    .evaluate((image: HTMLImageElement) => image.currentSrc);
  const recipes = emulator.state().boards.find(({ name }) => name === 'Recipes');
  await chooseInImageMenu(context, page, src, `image-to:${recipes?.id}`);
  await until(() => emulator.state().pins.length === 2);
  await photograph(page, 'toast');
}

async function byQuickPin(page: Page): Promise<void> {
  step('Quick pin: the best picture of another page, to the board used last');
  await page.goto('https://kitchen.test/gallery');
  const popup = await openPopup(context, page);
  await popup.close();
  await dispatchMenu(context, page, { menuItemId: 'action-quick-pin' });
  await until(() => emulator.state().pins.length === 3);
  await photograph(page, 'quick-pin');
}

function step(sentence: string): void {
  console.log(`\n▸ ${sentence}`);
}

async function photograph(page: Page, name: string): Promise<void> {
  shots += 1;
  const file = path.join(output, `${String(shots).padStart(2, '0')}-${name}.png`);
  await page.screenshot({ path: file });
  console.log(`   ${file}`);
}

function report({ state }: Emulator): void {
  const { pins, windowSaves, boards } = state();
  console.log('\nThrough Pinterest’s own window:');
  for (const save of windowSaves) console.log(JSON.stringify(save, null, 2));
  console.log('\nPins, as Pinterest received them:');
  for (const { title, description, altText, link, pictureUrl, picture, boardId } of pins) {
    const board = boards.find(({ id }) => id === boardId)?.name;
    const size = picture && `${picture.widthPx} × ${picture.heightPx} ${picture.format}`;
    console.log(JSON.stringify({ board, title, description, altText, link, pictureUrl, size }, null, 2));
  }
}

/** Waits for the emulator to have seen something, for a quarter of a minute at most. */
async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('the demo waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
