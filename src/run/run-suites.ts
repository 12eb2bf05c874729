import { join } from 'node:path'
import { createVitest } from 'vitest/node'
import { projectFolder } from '../contract/project-folder.ts'
import type { ConformanceRun } from './conformance-run.ts'
import { onInterrupt } from './interrupt.ts'
import { ConformanceReporter, type RunEnd } from './reporter.ts'

export interface SuitesOptions {
  /** Only tests whose name matches; the run is partial then. */
  readonly pattern: string | undefined
  readonly onJudged?: (count: number) => void
}

/**
 * Runs the suites over a run's targets. On SIGINT and SIGTERM the tests are cancelled and the run still ends
 * in order: the language is put back and the reports are made.
 */
export const runSuites = async (run: ConformanceRun, options: SuitesOptions): Promise<RunEnd> => {
  let end: RunEnd | undefined
  const reporter = new ConformanceReporter({
    run: () => run,
    ...(options.onJudged ? { onJudged: options.onJudged } : {}),
    onEnd: async (reached) => {
      end = reached
    },
  })
  const root = projectFolder()
  const vitest = await createVitest('test', {
    root,
    config: join(root, 'vitest.config.ts'),
    watch: false,
    reporters: [reporter],
    ...(options.pattern === undefined ? {} : { testNamePattern: options.pattern }),
  })
  const release = onInterrupt(() => vitest.cancelCurrentRun('keyboard-input'))
  try {
    vitest.provide('targets', await run.targets())
    await vitest.start()
    return (
      end ?? {
        reports: [],
        broken: 'the test runner ended without a result',
        interrupted: false,
      }
    )
  } finally {
    await vitest.close()
    release()
  }
}
