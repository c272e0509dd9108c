import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,components,relay,scripts,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'tests/e2e/**', 'tests/build/**'],
    testTimeout: 20_000,
    // Generous: a slow machine shall not fail what is right.
    expect: { poll: { timeout: 10_000 } },
    // By default one core is left idle.
    maxWorkers: '100%',
  },
});
