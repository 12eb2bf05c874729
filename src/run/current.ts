import type { ConformanceRun } from './conformance-run.ts'

/**
 * The run that plain `npx vitest run` is in. vitest evaluates the global setup and the reporter in module worlds of
 * their own, so that what they share has to stand on the process's global object.
 */
const slot = Symbol.for('krr-conformance.run')

type Holder = { [slot]?: ConformanceRun }

export const holdRun = (run: ConformanceRun): void => {
  ;(globalThis as Holder)[slot] = run
}

export const heldRun = (): ConformanceRun | undefined => (globalThis as Holder)[slot]
