import { defineConfig } from 'vitest/config';

/** Tests of the built extension: run after `wxt build`. */
export default defineConfig({ test: { include: ['tests/build/**/*.test.ts'] } });
