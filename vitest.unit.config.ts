import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** The project's own tests; vitest.config.ts is the conformance run. */
export default defineConfig({
  test: {
    name: 'unit',
    include: ['src/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    // Whole runs wait as much as they work: on two cores two files at once take two thirds of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    passWithNoTests: false,
    testTimeout: 20_000,
    // Keys are made in some: seconds on a busy machine.
    hookTimeout: 60_000,
    env: { NO_COLOR: '1' },
  },
})
