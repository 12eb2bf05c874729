import type { TestProject } from 'vitest/node'
import { ConfigurationError } from '../config/configuration-error.ts'
import { type ExitCode, exitCodes, worstExitCode } from '../report/exit-code.ts'
import { printingOn } from '../report/terminal-text.ts'
import { unusableEnvironments } from './conclude.ts'
import { heldReporter, heldRun, holdRun } from './current.ts'
import { type Ending, endsWithin, onSignals } from './ending.ts'
import { failureLines } from './environment-report.ts'
import { onUncaught } from './uncaught.ts'
import { watchThreads } from './watch-threads.ts'

/**
 * Prepares a run where the command line has not: `npx vitest run -t KRR-JWS-003`. The language is put back by the
 * reporter when the tests are over, and at once on SIGINT, SIGTERM and an error that nobody caught, whose handlers of
 * vitest's are taken out.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  if (project.getProvidedContext().channel !== undefined) return async () => {}
  const { loadConfiguration } = await import('../config/load.ts')
  const { startConformanceRun } = await import('./conformance-run.ts')
  const { startEnvironments } = await import('./start-environments.ts')
  const configuration = configured(() => loadConfiguration({ argv: {} }))
  const { settings } = configuration
  const onProgress = printingOn(process.stderr)
  const run = startConformanceRun({
    settings,
    isFull: project.vitest.getGlobalTestNamePattern() === undefined,
    starting: startEnvironments(configuration, { onProgress }),
    onProgress,
  })
  holdRun(run)
  const cancel = (ending: Ending): void => {
    run.interrupt(ending)
    project.vitest.cancelCurrentRun('keyboard-input').catch(() => {})
    setTimeout(() => void endNow(project), endsWithin.tests).unref()
  }
  const unwatch = watchThreads(
    [{ name: 'the thread that judges', beats: () => run.beats }],
    (thread, seconds) => cancel({ kind: 'silent', thread, seconds }),
  )
  const limit = setTimeout(
    () => cancel({ kind: 'limit', seconds: settings.runSeconds }),
    settings.runSeconds * 1_000,
  ).unref()
  const releases = [
    onSignals(cancel),
    onUncaught((what) => cancel({ kind: 'broken', what })),
    unwatch,
    () => clearTimeout(limit),
  ]
  const targets = await run.targets()
  if (targets.length === 0) {
    const unusable = unusableEnvironments(configuration)
    const codes = [
      ...(unusable.length > 0 ? [exitCodes.usage] : []),
      ...run.failures.map(({ exitCode }) => exitCode),
    ]
    leave([...unusable, ...run.failures.flatMap(failureLines)], worstExitCode(codes))
  }
  project.provide('channel', run.channel)
  return async () => {
    for (const release of releases) release()
    await heldRun()?.close()
  }
}

/** The tests do not end: the report is made of what is known of them, and the process ends. */
const endNow = async ({ vitest }: TestProject): Promise<void> => {
  await heldReporter()?.endNow(vitest.state.getTestModules())
  process.exit()
}

/** vitest would show a stack, call it no test files and exit with 1; nothing has been started yet. */
const configured = <Configuration>(load: () => Configuration): Configuration => {
  try {
    return load()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return leave(error.problems, exitCodes.usage)
  }
}

const leave = (problems: readonly string[], exitCode: ExitCode): never => {
  for (const problem of problems) printingOn(process.stderr)(problem)
  process.exit(exitCode)
}
