import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The built page in three engines; `vitest.config.ts` runs everything else. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/engines/*.test.ts'],
    globalSetup: ['tests/engines/serve.ts'],
    // Limits against hanging, on a busy machine too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
