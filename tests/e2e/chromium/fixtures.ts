import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { recordingFolder } from '../../emulator/recording.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { extensionIdOf, launch, openPopup, openPopupOn } from './browser.ts';
import { connectOwnApp } from './steps.ts';

type Fixtures = {
  context: BrowserContext;
  extensionId: string;
  /** The folder of a profile that outlives its browser: for tests that start one again. */
  profile: string;
  /** Opens the popup over a page by a real toolbar click. */
  popupOver: (page: Page) => Promise<Page>;
  /** Opens the popup over a page of the demo blog, in a new tab: over the plum cake's recipe unless told otherwise. */
  popupOn: (path?: string) => Promise<Page>;
  /** Connects with the emulator's app through Options, as a person does who gave consent before. */
  connect: () => Promise<void>;
  /** Pinterest's own save window, when it opens; call it before the gesture. */
  saveWindow: () => Promise<Page>;
};

export const test = base.extend<Fixtures, { emulator: Emulator }>({
  emulator: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from the pattern
    async ({}, use) => {
      const emulator = await startEmulator({ recordTo: recordingFolder });
      await use(emulator);
      await emulator.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ emulator }, use) => {
    emulator.reset();
    const context = await launch({ tlsPort: emulator.tlsPort });
    await use(context);
    await context.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  profile: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'tack-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  extensionId: async ({ context }, use) => use(await extensionIdOf(context)),
  popupOver: async ({ context }, use) => use((page) => openPopup(context, page)),
  popupOn: async ({ context }, use) =>
    use((where = 'recipes/plum-cake') => openPopupOn(context, `https://kitchen.test/${where}`)),
  connect: async ({ context, emulator }, use) => use(() => connectOwnApp(context, emulator, { consent: 'given' })),
  saveWindow: async ({ context }, use) =>
    use(() => context.waitForEvent('page', (page) => page.url().includes('/pin/create/button/'))),
});

export { expect } from '@playwright/test';
