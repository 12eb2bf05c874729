import { defineConfig } from 'vitest/config'

/** The project's own tests; vitest.config.ts is the conformance run. */
export default defineConfig({
  test: {
    name: 'unit',
    include: ['src/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    passWithNoTests: false,
    testTimeout: 20_000,
    env: { NO_COLOR: '1' },
  },
})
