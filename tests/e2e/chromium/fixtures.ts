import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { recordingFolder } from '../../emulator/recording.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { extensionIdOf, launch, openPopup } from './browser.ts';
import { connectOwnApp } from './steps.ts';

type Fixtures = {
  context: BrowserContext;
  extensionId: string;
  /** Opens the popup over a page by a real toolbar click. */
  popupOver: (page: Page) => Promise<Page>;
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
  extensionId: async ({ context }, use) => use(await extensionIdOf(context)),
  popupOver: async ({ context }, use) => use((page) => openPopup(context, page)),
  connect: async ({ context, emulator }, use) => use(() => connectOwnApp(context, emulator, { consent: 'given' })),
  saveWindow: async ({ context }, use) =>
    use(() => context.waitForEvent('page', (page) => page.url().includes('/pin/create/button/'))),
});

export { expect } from '@playwright/test';
