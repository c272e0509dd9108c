import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e/chromium',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  forbidOnly: !!process.env['CI'],
  // Not its parent, which Playwright would empty: the recording for the contract check lies there.
  outputDir: 'test-results/e2e',
  // Generous: a slow machine shall not fail what is right.
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000 },
});
