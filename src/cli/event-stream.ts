import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import type { ConformanceReport } from '../report/model.ts'
import { closingEvents, eventLine, type RunEvent } from '../report/writers/events.ts'
import type { Judgement } from '../run/reporter.ts'
import { harnessVersion } from '../run/version.ts'

/** What happens in a run, written while it goes on. */
export interface EventStream {
  readonly judged: (judgement: Judgement) => void
  readonly finished: (report: ConformanceReport) => Promise<void>
}

/**
 * Begins a file of NDJSON: a line for each event, whole as soon as it is written, so that a reader may follow it.
 * @throws ConfigurationError where the file cannot be written
 */
export const openEventStream = (
  path: string,
  environments: readonly string[],
  now: () => Date = () => new Date(),
): EventStream => {
  const write = (...events: readonly RunEvent[]) =>
    appendFileSync(path, events.map(eventLine).join(''))
  const at = () => now().toISOString()
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new ConfigurationError(
      [`--events must be a file that can be written, but is not (${code})`],
      {
        cause,
      },
    )
  }
  write(
    ...environments.map(
      (environment): RunEvent => ({ event: 'run-started', at: at(), environment, harnessVersion }),
    ),
  )
  return {
    judged: ({ target, ruleId, where, verdict }) =>
      write({ event: 'judged', at: at(), environment: target, rule: ruleId, where, verdict }),
    finished: async (report) => write(...closingEvents(report)),
  }
}
