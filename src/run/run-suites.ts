import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createVitest } from 'vitest/node'
import { isCheckout, projectFolder } from '../contract/project-folder.ts'
import type { ConformanceRun } from './conformance-run.ts'
import { type Ending, endsWithin } from './ending.ts'
import { ConformanceReporter, type Judgement, type RunEnd } from './reporter.ts'
import { preserveSymlinks, suiteOptions } from './suite-options.ts'
import { onEnding } from './supervised.ts'
import { onUncaught } from './uncaught.ts'
import { type WatchedThread, watchThreads } from './watch-threads.ts'

export interface SuitesOptions {
  /** Only tests whose name matches; the run is partial then. */
  readonly pattern?: string | undefined
  /** Hears which suite is over, by its title. */
  readonly onSuite?: (title: string) => void
  /** Hears how much was judged, and what share of all that is to be judged that is. */
  readonly onJudged?: (judgements: number, share: number) => void
  readonly onObservation?: (judgement: Judgement) => void
  /** Threads of the run beside this one and the one that judges. */
  readonly threads?: readonly WatchedThread[]
}

/** The suites, ready to judge one run after another. */
export interface Suites {
  /** @param selection `partial` where the targets say what is judged (`Target.only`) */
  run(run: ConformanceRun, selection?: 'full' | 'partial'): Promise<RunEnd>
  close(): Promise<void>
}

/**
 * Prepares the suites. On a signal, at the limit of the whole run, where a thread does not answer and where nobody caught
 * an error, the tests are cancelled and a run still ends in order and in time: the language is put back and the reports
 * are made.
 */
export const openSuites = async (options: SuitesOptions = {}): Promise<Suites> => {
  let current: ConformanceRun | undefined
  let end: RunEnd | undefined
  let selection: 'full' | 'partial' = 'full'
  const reporter = new ConformanceReporter({
    run: () => current,
    selection: () => selection,
    ...(options.onSuite ? { onSuite: options.onSuite } : {}),
    ...(options.onJudged ? { onJudged: options.onJudged } : {}),
    ...(options.onObservation ? { onObservation: options.onObservation } : {}),
    onEnd: async (reached) => {
      end = reached
    },
  })
  const root = projectFolder()
  const vitestOptions = {
    ...suiteOptions,
    root,
    config: false,
    include: [suitesFile(root)],
    exclude: [],
    watch: false,
    reporters: [reporter],
    // How long its one file took last time is of no use, and the package is not written to.
    cache: false,
    // Not in vitest.config.ts: plain vitest runs the global setup and the reporter through its own loader, which
    // keeps cached modules as bytes and then fails at the first stack trace that has to be mapped (vitest 4.1.12).
    experimental: moduleCache(suitesFile(root)),
    execArgv: process.execArgv.filter((argument) => preserveSymlinks.includes(argument)),
    ...(options.pattern === undefined ? {} : { testNamePattern: options.pattern }),
  } satisfies Parameters<typeof createVitest>[1]
  // A checkout whose path not every tool takes is reached by links (bin/krr.mjs): what they lead to is not looked at.
  const vitest = await createVitest('test', vitestOptions, { resolve: { preserveSymlinks: true } })
  let isGivenUp = false
  let giveUp = (): void => {}
  const cancel = (ending: Ending): void => {
    // vitest lets tests that have begun run to their end: neither the language nor the report waits for them.
    current?.interrupt(ending)
    vitest.cancelCurrentRun('keyboard-input').catch(() => {})
    setTimeout(giveUp, endsWithin.tests)
  }
  const release = onEnding(cancel)
  return {
    async run(run, selected = options.pattern === undefined ? 'full' : 'partial') {
      current = run
      selection = selected
      end = undefined
      vitest.provide('channel', run.channel)
      const releaseUncaught = onUncaught((what) => cancel({ kind: 'broken', what }))
      const unwatch = watchThreads(
        [{ name: 'the thread that judges', beats: () => run.beats }, ...(options.threads ?? [])],
        (thread, seconds) => cancel({ kind: 'silent', thread, seconds }),
      )
      const { runSeconds } = run
      const limit = setTimeout(
        () => cancel({ kind: 'limit', seconds: runSeconds }),
        runSeconds * 1_000,
      ).unref()
      const givenUp = new Promise<void>((resolve) => {
        giveUp = () => {
          isGivenUp = true
          resolve()
        }
      })
      try {
        // By its path: what is searched for is a pattern, in which a folder's name may mean something else.
        const suites = vitest.getRootProject().createSpecification(suitesFile(root))
        await Promise.race([vitest.runTestSpecifications([suites], true), givenUp])
        if (isGivenUp) await reporter.endNow(vitest.state.getTestModules())
      } finally {
        clearTimeout(limit)
        unwatch()
        releaseUncaught()
      }
      // Without a target there is no test, which the test runner calls a failure of its own.
      if ((await run.targets()).length === 0) return nothingJudged(run, undefined)
      return end ?? nothingJudged(run, 'the test runner ended without a result')
    },
    async close() {
      release()
      // A thread that was given up does not end by being asked: the process takes it along.
      if (!isGivenUp) await vitest.close()
    },
  }
}

const nothingJudged = ({ failures }: ConformanceRun, broken: string | undefined): RunEnd => ({
  reports: [],
  failures,
  broken,
  ending: undefined,
})

/** The suites as they were bundled with the command line; from the sources where it is not bundled. */
const suitesFile = (root: string): string => {
  const bundled = fileURLToPath(new URL('suites.mjs', import.meta.url))
  return existsSync(bundled) ? bundled : join(root, 'src', 'suites', 'index.ts')
}

/** Beside the bundle, and gone with it. Where the checkout cannot be written, and in the package, there is none. */
const moduleCache = (suites: string) => {
  if (!isCheckout()) return { fsModuleCache: false }
  if (suites.endsWith('.ts')) return { fsModuleCache: true }
  const folder = dirname(suites)
  try {
    accessSync(folder, constants.W_OK)
    return { fsModuleCache: true, fsModuleCachePath: join(folder, 'modules') }
  } catch {
    return { fsModuleCache: false }
  }
}
