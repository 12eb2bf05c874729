import { defineConfig } from 'vitest/config'
import { SuiteOrder } from './src/suites/order.ts'

/**
 * The conformance run. `npm test` starts it with everything prepared; `npx vitest run -t KRR-JWS-003`
 * prepares it by the global setup. The project's own tests are in vitest.unit.config.ts.
 */
export default defineConfig({
  test: {
    name: 'conformance',
    include: ['src/suites/*.suite.ts'],
    globalSetup: ['src/run/global-setup.ts'],
    reporters: ['default', './src/run/plain-reporter.ts'],
    // One worker with one module world: the suites of a target share every exchange.
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    // Rules wait for the same exchanges together; what writes is put in order by a chain of its own.
    sequence: { concurrent: true, sequencer: SuiteOrder },
    maxConcurrency: 500,
    testTimeout: 120_000,
    retry: 0,
    passWithNoTests: false,
    allowOnly: false,
  },
})
