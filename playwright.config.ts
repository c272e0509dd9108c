import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e/chromium',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: !!process.env['CI'],
  outputDir: 'test-results',
  expect: { timeout: 10_000 },
  use: { actionTimeout: 15_000 },
});
