import type { TestProject } from 'vitest/node'
import { ConfigurationError } from '../config/configuration-error.ts'
import { exitCodes } from '../report/exit-code.ts'
import { heldRun, holdRun } from './current.ts'

/**
 * Prepares a run where the command line has not: `npx vitest run -t KRR-JWS-003`. The language is put back by the
 * reporter when the tests are over.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  if (project.getProvidedContext().targets !== undefined) return async () => {}
  const { loadConfiguration } = await import('../config/load.ts')
  const { startConformanceRun } = await import('./conformance-run.ts')
  const { startEnvironments } = await import('./start-environments.ts')
  const configuration = configured(() => loadConfiguration({ argv: {} }))
  const { settings } = configuration
  const run = startConformanceRun({
    settings,
    isFull: project.vitest.getGlobalTestNamePattern() === undefined,
    starting: startEnvironments(configuration),
  })
  holdRun(run)
  project.provide('targets', await run.targets())
  return async () => {
    await heldRun()?.close()
  }
}

/** vitest would show a stack, call it no test files and exit with 1; nothing has been started yet. */
const configured = <Configuration>(load: () => Configuration): Configuration => {
  try {
    return load()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${error.problems.join('\n')}\n`)
    process.exit(exitCodes.usage)
  }
}
