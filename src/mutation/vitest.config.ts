import { defineConfig } from 'vitest/config'
import { keptThread } from './kept-thread.ts'

/**
 * The tests that judge a mutant: those beside what is mutated. None starts a server, a browser or a run, and none
 * finds by chance: never-throws.test.ts would kill one mutant today and let it live tomorrow.
 */
export default defineConfig({
  plugins: [keptThread(new URL('./kept-thread-entry.mjs', import.meta.url))],
  test: {
    include: [
      'src/rules/**/*.test.ts',
      'src/evidence/masking/*.test.ts',
      'src/report/{build,counts,exit-code,rule-verdict,verdict}.test.ts',
      'src/suites/judgement.test.ts',
    ],
    exclude: ['src/rules/never-throws.test.ts'],
    env: { NO_COLOR: '1' },
  },
})
