// npm run screenshots [state …]: every state of the popup, the toast, Options, Welcome and My pins, as the shipped build shows
// it, light and dark, in English and (right to left) in Arabic. Each goes into docs/screenshots/states/, which is not
// kept; the contact sheet of all, and what README and the stores show, into docs/screenshots/.
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { launch, workerOf } from '../tests/e2e/chromium/browser.ts';
import { reach, states } from '../tests/e2e/chromium/states.ts';
import { wordsIn } from '../tests/e2e/chromium/words.ts';
import { startEmulator } from '../tests/emulator/start.ts';
import { findChromium } from './chromium.ts';
import { contactSheet, type Frame, type Look, looks, shoot, storePicture } from './pictures.ts';

const kept = 'docs/screenshots';
const folder = `${kept}/states`;
process.env['CHROMIUM'] = findChromium();
const only = process.argv.slice(2);

const pathOf = (name: string, look: Look) => `${folder}/${name}-${look.name}.png`;
const frames = {
  popup: 'viewport',
  toast: 'corner',
  pages: 'whole',
  library: 'whole',
} as const satisfies Record<keyof typeof states, Frame>;
const all = (['popup', 'toast', 'pages', 'library'] as const).flatMap((face) =>
  states[face].map((state) => ({ state, frame: frames[face] })),
);

if (!process.env['TACK_BUILT']) spawnSync('wxt', ['build'], { stdio: 'inherit' });
await mkdir(folder, { recursive: true });
const emulator = await startEmulator();
for (const { state, frame } of all) {
  if (only.length > 0 && !only.includes(state.name)) continue;
  for (const locale of ['en', 'ar'] as const) {
    try {
      await take(state, frame, locale);
      console.log(`${state.name} ${locale}`);
    } catch (error) {
      process.exitCode = 1;
      console.error(`${state.name} ${locale}: ${error instanceof Error ? error.message : error}`);
    }
  }
}
await emulator.close();

const files = new Set(await readdir(folder));
const names = all.map(({ state }) => state.name);
const isThere = (name: string) => looks.every((look) => files.has(`${name}-${look.name}.png`));
await contactSheet(
  `${kept}/contact-sheet.png`,
  names.filter(isThere).map((name) => looks.map((look) => pathOf(name, look))),
);
if (only.length === 0) await makeKept();

/** What README and the stores show. */
async function makeKept(): Promise<void> {
  await copyFile(`${folder}/one-light.png`, `${kept}/popup.png`);
  const shown = {
    popup: ['one-light', 'more-open-light'],
    many: ['several-light', 'saved-many-light'],
    boards: ['picker-typed-light', 'sections-open-light'],
    dark: ['one-dark', 'picker-open-dark'],
  };
  for (const [name, popups] of Object.entries(shown)) {
    await storePicture(
      `${kept}/store-${name}.png`,
      popups.map((popup) => `${folder}/${popup}.png`),
    );
  }
}

async function take(state: (typeof all)[number]['state'], frame: Frame, locale: 'en' | 'ar'): Promise<void> {
  emulator.reset();
  const words = wordsIn(locale);
  const context = await launch({ tlsPort: emulator.tlsPort, language: words.tag });
  try {
    const worker = await workerOf(context);
    const spoken = await worker.evaluate(() =>
      (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome.i18n.getMessage(
        'language' as never,
      ),
    );
    if (spoken !== words.tag) throw new Error(`the browser speaks ${spoken}; is chromium-l10n installed?`);
    const page = await reach(state, context, emulator, words);
    for (const look of looks.filter((each) => each.locale === locale)) {
      await shoot(page, pathOf(state.name, look), look, frame);
    }
  } finally {
    await context.close();
  }
}
