import { countRules } from '../counts.ts'
import { flakesOf } from '../flakes.ts'
import type { ConformanceReport, Expiry, Flake, RuleResult } from '../model.ts'
import { alarmSentences } from '../verdict-sentence.ts'
import { type Latency, latencyOf } from './latency.ts'

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
  readonly flakes: readonly Omit<Flake, 'exchange'>[]
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
    flakes: flakesOf(report.exchanges)
      .slice(0, mostFlakes)
      .map(({ exchange: _, ...flake }) => flake),
    expiries: [...expiries, ...waiverExpiries(report)],
  }
}

const byVerdict = (rules: readonly RuleResult[]): HistoryEntry['rules'] => {
  const ids: Partial<Record<RuleResult['verdict'], string[]>> = {}
  for (const { verdict, id } of rules) ids[verdict] = [...(ids[verdict] ?? []), id]
  return ids
}

/** What `known-deviations.yaml` covers is covered until its last day is over, and then fails the run again. */
const waiverExpiries = ({ known }: ConformanceReport): readonly Expiry[] => [
  ...new Map(
    (known?.covered ?? []).map(({ rule, owner, link, expires }) => [
      `${rule} ${expires} ${link}`,
      {
        what: `known deviation ${rule}`,
        of: `${owner}, ${link}`,
        at: `${expires}T23:59:59.000Z`,
      },
    ]),
  ).values(),
]
