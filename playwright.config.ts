import { defineConfig } from '@playwright/test';
import { findFirefox } from './scripts/firefox.ts';

const chromium = { name: 'chromium', testDir: 'tests/e2e/chromium', workers: 2, grepInvert: /@waits/ };
/** Tests that mostly wait for what takes its time: beside the others, one after the other, from the start. */
const waiting = { name: 'chromium-waiting', testDir: 'tests/e2e/chromium', workers: 1, grep: /@waits/ };
/** One Firefox for all of its tests: it is slow to start. */
const firefox = { name: 'firefox', testDir: 'tests/e2e/firefox', workers: 1, expect: { timeout: 20_000 } };

export default defineConfig({
  // Where there is no Firefox, its tests are not counted.
  projects: [waiting, ...(findFirefox() ? [firefox] : []), chromium],
  fullyParallel: true,
  // Two at work, and one that waits.
  workers: 3,
  timeout: 90_000,
  forbidOnly: !!process.env['CI'],
  // Not its parent, which Playwright would empty: the recording for the contract check lies there.
  outputDir: 'test-results/e2e',
  // Text, the same on every system.
  snapshotPathTemplate: '{testDir}/{testFilePath}-snapshots/{arg}{ext}',
  // Generous: a slow machine shall not fail what is right.
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000 },
});
