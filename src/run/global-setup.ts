import type { TestProject } from 'vitest/node'
import { heldRun, holdRun } from './current.ts'

/**
 * Prepares a run where the command line has not: `npx vitest run -t KRR-JWS-003`. The language is put back by the
 * reporter when the tests are over.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  if (project.getProvidedContext().targets !== undefined) return async () => {}
  const { loadConfiguration } = await import('../config/load.ts')
  const { startConformanceRun, startEnvironments } = await import('./conformance-run.ts')
  const configuration = loadConfiguration({ argv: {} })
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
