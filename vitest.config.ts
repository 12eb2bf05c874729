import { defineConfig } from 'vitest/config'
import { suiteOptions } from './src/run/suite-options.ts'

/**
 * The conformance run for `npx vitest run -t KRR-JWS-003`, prepared by the global setup; `npm test` prepares it by
 * itself. The project's own tests are in vitest.unit.config.ts.
 */
export default defineConfig({
  test: {
    ...suiteOptions,
    include: ['src/suites/index.ts'],
    globalSetup: ['src/run/global-setup.ts'],
    reporters: ['default', './src/run/plain-reporter.ts'],
  },
})
