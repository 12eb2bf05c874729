import { countRules } from '../counts.ts'
import type { ConformanceReport, Expiry, RuleResult } from '../model.ts'
import { alarmSentences } from '../verdict-sentence.ts'
import { type Latency, latencyOf } from './latency.ts'

/** An exchange that was answered at a later attempt only. */
export interface Flake {
  readonly label: string
  readonly at: string
  readonly attempts: number
  readonly trouble: string
}

/** What is remembered of a run when its report is gone: a line of `runs/history.ndjson`. */
export interface HistoryEntry {
  readonly id: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly durationMs: number
  readonly verdict: ConformanceReport['verdict']
  /** Whether the register was not put back, or the harness broke. */
  readonly isAlarm: boolean
  readonly harnessVersion: string
  readonly ruleSet: number
  readonly target: ConformanceReport['target']
  readonly deviations: number
  readonly warnings: number
  readonly requests: number
  /** Rule ids by verdict. */
  readonly rules: Readonly<Partial<Record<RuleResult['verdict'], readonly string[]>>>
  /** Of the person API; undefined where nothing was answered. */
  readonly latency?: Latency
  readonly flakes: readonly Flake[]
  readonly expiries: readonly Expiry[]
}

/** So many flakes of a run are remembered. */
const mostFlakes = 20

/** The entry of a run. */
export const historyEntry = (report: ConformanceReport): HistoryEntry => {
  const { run, verdict, target, rules, expiries = [] } = report
  const { byLevel, warnings } = countRules(rules)
  const latency = latencyOf(report)
  return {
    id: run.id,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    durationMs: run.durationMs,
    verdict,
    isAlarm: alarmSentences(report).length > 0,
    harnessVersion: run.harnessVersion,
    ruleSet: run.ruleSet,
    target,
    deviations: byLevel.MUST.failed,
    warnings,
    requests: run.requests,
    rules: byVerdict(rules),
    ...(latency === undefined ? {} : { latency }),
    flakes: flakesIn(report).slice(0, mostFlakes),
    expiries,
  }
}

const byVerdict = (rules: readonly RuleResult[]): HistoryEntry['rules'] => {
  const ids: Partial<Record<RuleResult['verdict'], string[]>> = {}
  for (const { verdict, id } of rules) ids[verdict] = [...(ids[verdict] ?? []), id]
  return ids
}

const flakesIn = ({ exchanges }: ConformanceReport): readonly Flake[] =>
  exchanges.flatMap(({ label, startedAt, failedAttempts, trouble }) => {
    const [first] = failedAttempts
    // What never came is no flake.
    return first === undefined || trouble !== undefined
      ? []
      : [{ label, at: startedAt, attempts: failedAttempts.length + 1, trouble: first.trouble }]
  })
