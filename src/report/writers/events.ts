import { visibleJson } from '../../evidence/visible-text.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { ConformanceReport } from '../model.ts'
import { verdictSentence } from '../verdict-sentence.ts'

/** What happened in a run, a line each. Those of the first kinds are written while it happens. */
export type RunEvent =
  | {
      readonly event: 'run-started'
      readonly at: string
      readonly environment: string
      readonly harnessVersion: string
    }
  | {
      readonly event: 'judged'
      readonly at: string
      readonly environment: string
      readonly rule: string
      readonly where: string
      readonly verdict: string
    }
  | {
      readonly event: 'rule'
      readonly environment: string
      readonly rule: string
      readonly level: string
      readonly verdict: string
      readonly reason: string
    }
  | {
      readonly event: 'finding'
      readonly environment: string
      readonly rule: string
      readonly where: string
      readonly at: string
      readonly expected: string
      readonly actual: string
      readonly evidence: readonly string[]
      /** Absent where the report of an earlier harness has none. */
      readonly name?: string
      readonly fingerprint: string
    }
  | {
      readonly event: 'run-finished'
      readonly at: string
      readonly environment: string
      readonly run: string
      readonly verdict: string
      readonly sentence: string
    }

/** A line of NDJSON. */
export const eventLine = (event: RunEvent): string => `${visibleJson(event)}\n`

/** What is known when a run is over: each rule with its verdict, each finding, and the verdict of all. */
export const closingEvents = (report: ConformanceReport): readonly RunEvent[] => {
  const { target, run, rules } = report
  const { environment } = target
  return [
    ...rules.flatMap(({ id, level, verdict, reason, observations }): RunEvent[] => [
      { event: 'rule', environment, rule: id, level, verdict, reason },
      ...observations.flatMap(({ where, name, findings, evidence }) =>
        findings.map(
          (finding): RunEvent => ({
            event: 'finding',
            environment,
            rule: id,
            where,
            ...finding,
            evidence,
            ...(name === undefined ? {} : { name }),
            fingerprint: fingerprintOf(id, where, finding, target),
          }),
        ),
      ),
    ]),
    {
      event: 'run-finished',
      at: run.finishedAt,
      environment,
      run: run.id,
      verdict: report.verdict,
      sentence: verdictSentence(report),
    },
  ]
}

/** The events of a run that is over, as `--events` writes them while it goes on; of a judgement no time is known. */
export const writeEvents = (report: ConformanceReport): string => {
  const { target, run, rules } = report
  const { environment } = target
  const at = run.finishedAt
  const judged = rules.flatMap(({ id, observations }) =>
    observations.map(
      ({ where, verdict }): RunEvent => ({
        event: 'judged',
        at,
        environment,
        rule: id,
        where,
        verdict,
      }),
    ),
  )
  const started: RunEvent = {
    event: 'run-started',
    at: run.startedAt,
    environment,
    harnessVersion: run.harnessVersion,
  }
  return [started, ...judged, ...closingEvents(report)].map(eventLine).join('')
}
