// npm run screenshots [state …]: every state of the popup, the toast, Options and Welcome, as the shipped build shows
// it, light and dark, left-to-right and right-to-left, into docs/screenshots/, with a contact sheet.
import { spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { launch, openPopup } from '../tests/e2e/chromium/browser.ts';
import { type PopupState, popupStates, type Room, seededBoards } from '../tests/e2e/chromium/popup-states.ts';
import { connectOwnApp, openOptions, quickPin, saveByPopup } from '../tests/e2e/chromium/steps.ts';
import { toastOn } from '../tests/e2e/chromium/toast.ts';
import { startEmulator } from '../tests/emulator/start.ts';
import { findChromium } from './chromium.ts';
import { contactSheet, looks, shoot } from './pictures.ts';

const folder = 'docs/screenshots';
process.env['CHROMIUM'] = findChromium();
const only = process.argv.slice(2);

/** States of the other faces, reached in the same way. */
const others: readonly PopupState[] = [
  { name: 'options', isConnected: false, reach: ({ context }) => openOptions(context) },
  { name: 'options-connected', isConnected: true, reach: ({ context }) => openOptions(context) },
  { name: 'welcome', isConnected: false, reach: openWelcome },
  { name: 'toast', isConnected: true, reach: showToast },
];

if (!process.env['TACK_BUILT']) spawnSync('wxt', ['build'], { stdio: 'inherit' });
await mkdir(folder, { recursive: true });
const emulator = await startEmulator();
for (const state of [...popupStates, ...others]) {
  if (only.length > 0 && !only.includes(state.name)) continue;
  try {
    await take(state);
    console.log(state.name);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${state.name}: ${error instanceof Error ? error.message : error}`);
  }
}
await contactSheet(folder, await shotsIn(folder));
await emulator.close();

async function take({ name, isConnected, reach }: PopupState): Promise<void> {
  emulator.reset();
  emulator.seed({ boards: seededBoards });
  const context = await launch({ tlsPort: emulator.tlsPort });
  try {
    if (isConnected) await connectOwnApp(context, emulator);
    const page = await reach({ context, emulator });
    for (const look of looks) await shoot(page, `${folder}/${name}-${look.name}.png`, look);
  } finally {
    await context.close();
  }
}

/** What the folder holds of the states, in their order. */
async function shotsIn(path: string): Promise<string[]> {
  const files = new Set(await readdir(path));
  const names = [...popupStates, ...others].flatMap(({ name }) => looks.map((look) => `${name}-${look.name}.png`));
  return names.filter((name) => files.has(name)).map((name) => `${path}/${name}`);
}

async function openWelcome({ context }: Room): Promise<Page> {
  const page = await openOptions(context);
  await page.goto(page.url().replace('options', 'welcome'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function showToast({ context }: Room): Promise<Page> {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/recipes/plum-cake');
  const popup = await openPopup(context, page);
  await saveByPopup(popup, 'Garden');
  await popup.close();
  await quickPin(context, page);
  await expect.poll(async () => (await toastOn(page)).text, { timeout: 20_000 }).toContain('Saved to Garden');
  return page;
}
