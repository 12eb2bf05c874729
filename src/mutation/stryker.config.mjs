import { fileURLToPath } from 'node:url'

/** Code mutation of what decides: rules, masking and verdicts (docs/mutation.md). */
export default {
  mutate: [
    'src/rules/**/*.ts',
    'src/evidence/masking/*.ts',
    'src/report/{counts,exit-code,verdict}.ts',
    'src/suites/judgement.ts',
    '!**/*.{test,fixture}.ts',
    '!**/index.ts',
  ],
  ignorers: ['rule-headers'],
  plugins: [
    '@stryker-mutator/vitest-runner',
    fileURLToPath(new URL('./rule-headers.mjs', import.meta.url)),
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'src/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  ignorePatterns: ['/.krr', '/docs', '/reports', '/src/cli', '/src/defects'],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  warnings: { slow: false },
}
