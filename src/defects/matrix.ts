import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import { completeEmbedded } from '../config/embedded.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import { loadConfiguration } from '../config/load.ts'
import { type Injections, seamsWith } from '../reference/seams.ts'
import { createShared, type ReferenceShared, startReference } from '../reference/start.ts'
import { startConformanceRun } from '../run/conformance-run.ts'
import { openSuites } from '../run/run-suites.ts'
import { asConfigured } from '../run/started-reference.ts'
import type { Defect } from './defect.ts'
import { type Detection, detect, unmodified } from './detection.ts'
import { type Readings, readingsOf } from './readings.ts'

/** So many defects share one run of the suites: each has an environment of its own. */
const defectsPerRun = 12

export interface MatrixOptions {
  readonly defects: readonly Defect[]
  readonly onDetected?: (detection: Detection, done: number, total: number) => void
}

/**
 * Runs the shipped suites over the reference environment once for each defect, and once without any. The login is
 * headless: the browser is no part of what the rules judge.
 */
export const runMatrix = async ({
  defects,
  onDetected,
}: MatrixOptions): Promise<readonly Detection[]> => {
  const subjects = [unmodified, ...defects]
  const stateDir = await mkdtemp(join(tmpdir(), 'krr-defects-'))
  const { overrides, settings } = headlessReference(stateDir)
  const shared = await createShared()
  const suites = await openSuites()
  const rows: Detection[] = []
  let control: Readings | undefined
  try {
    for (let first = 0; first < subjects.length; first += defectsPerRun) {
      const batch = subjects.slice(first, first + defectsPerRun)
      const reached = new Set<string>()
      const run = startConformanceRun({
        settings,
        isFull: true,
        starting: batch.map((subject) =>
          startDefective(subject, { shared, overrides, onReached: () => reached.add(subject.id) }),
        ),
      })
      try {
        const { reports, broken } = await suites.run(run)
        if (broken !== undefined) throw new MatrixError(broken)
        for (const subject of batch) {
          const report = reports.find(({ target }) => target.environment === subject.id)
          if (report === undefined) throw new MatrixError(`no report of ${subject.id}`)
          // The unmodified server is the first subject of all.
          control ??= readingsOf(report)
          const row = detect(subject, report, reached.has(subject.id), control)
          rows.push(row)
          onDetected?.(row, rows.length, subjects.length)
        }
      } finally {
        await run.close()
      }
    }
    return rows
  } finally {
    await suites.close()
    await rm(stateDir, { recursive: true, force: true })
  }
}

type Subject = Defect | typeof unmodified

const startDefective = async (
  subject: Subject,
  context: {
    readonly shared: ReferenceShared
    readonly overrides: Parameters<typeof completeEmbedded>[0]
    readonly onReached: () => void
  },
): Promise<{ readonly environment: Environment; readonly stop: () => Promise<void> }> => {
  const injections: Injections = 'seam' in subject ? { [subject.seam]: subject.inject } : {}
  const reference = await startReference({
    shared: context.shared,
    seams: seamsWith(injections, context.onReached),
  })
  const environment = completeEmbedded(context.overrides, asConfigured(reference))
  return { environment: { ...environment, name: subject.id }, stop: () => reference.stop() }
}

/** The embedded environment with a headless login, whatever the user's own settings say. */
const headlessReference = (stateDir: string) => {
  const { environments, settings } = loadConfiguration({
    env: { KRR_ENV: 'reference', KRR_REFERENCE_LOGIN: 'headless' },
    argv: {},
  })
  const [reference] = environments
  if (reference?.kind !== 'embedded')
    throw new ConfigurationError(['the reference environment cannot be used'])
  const own: RunSettings = { ...settings, stateDir }
  return { overrides: reference.overrides, settings: own }
}

/** The matrix could not be made: a fault of the harness, not of a defect. */
class MatrixError extends Error {
  override readonly name = 'MatrixError'
  readonly code = 'MATRIX'
}
