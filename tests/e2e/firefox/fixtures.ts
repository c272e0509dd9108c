import { test as base } from '@playwright/test';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import { closeAll, closePopup } from './pages.ts';

type Shared = {
  emulator: Emulator;
  /** The browser that the tests of one worker share. */
  running: Firefox;
};

/** `firefox` has an add-on that was installed for this test: Firefox starts in seconds, an add-on in a blink. */
export const test = base.extend<{ firefox: Firefox }, Shared>({
  emulator: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from the pattern
    async ({}, use) => {
      const emulator = await startEmulator();
      await use(emulator);
      await emulator.close();
    },
    { scope: 'worker' },
  ],
  running: [
    async ({ emulator }, use) => {
      const firefox = await launchFirefox(emulator.httpPort);
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  firefox: async ({ running, emulator }, use) => {
    emulator.reset();
    await running.install();
    await use(running);
    await closePopup(running);
    await running.uninstall();
    await closeAll(running);
  },
});

export { expect } from '@playwright/test';
