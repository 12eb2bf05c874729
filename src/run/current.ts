import type { ConformanceRun } from './conformance-run.ts'
import type { ConformanceReporter } from './reporter.ts'

/**
 * The run that plain `npx vitest run` is in. vitest evaluates the global setup and the reporter in module worlds of
 * their own, so that what they share has to stand on the process's global object.
 */
const slot = Symbol.for('krr-conformance.run')

type Holder = { [slot]?: ConformanceRun }

export const holdRun = (run: ConformanceRun): void => {
  ;(globalThis as Holder)[slot] = run
}

const reporterSlot = Symbol.for('krr-conformance.reporter')

type ReporterHolder = { [reporterSlot]?: ConformanceReporter }

/** Its reporter, which ends a run whose tests do not end. */
export const holdReporter = (reporter: ConformanceReporter): void => {
  ;(globalThis as ReporterHolder)[reporterSlot] = reporter
}

export const heldReporter = (): ConformanceReporter | undefined =>
  (globalThis as ReporterHolder)[reporterSlot]

export const heldRun = (): ConformanceRun | undefined => (globalThis as Holder)[slot]
