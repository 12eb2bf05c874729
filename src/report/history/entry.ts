import { countRules } from '../counts.ts'
import { flakesOf } from '../flakes.ts'
import type { ConformanceReport, Expiry, Flake, RuleResult } from '../model.ts'
import { alarmSentences } from '../verdict-sentence.ts'

/** How long the person API took to answer, in milliseconds. */
export interface Latency {
  readonly median: number
  readonly p95: number
  /** Of so many answers. */
  readonly answers: number
}

/** The latency of the person resource in one run, as a caller sees it: each last attempt alone. */
export const latencyOf = ({ exchanges, target }: ConformanceReport): Latency | undefined => {
  const times = exchanges
    .filter(({ request, response }) => isPerson(request.url, target.apiUrl) && response.status > 0)
    .map(({ elapsedMs }) => elapsedMs)
    .toSorted((one, other) => one - other)
  if (times.length === 0) return undefined
  return { median: at(times, 0.5), p95: at(times, 0.95), answers: times.length }
}

const isPerson = (url: string, apiUrl: string): boolean => url.split('?')[0] === apiUrl

/** The nearest rank: a time that was measured, not one between two. */
const at = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)

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

/** A rule that passed and failed in turn while nothing else was said to change. */
interface Flip {
  readonly id: string
  /** How often its verdict went over, twice at least: a deviation that came, or was mended, is no flip. */
  readonly times: number
}

/** So many runs are looked at, the newest. */
const mostRuns = 20

/** The newest runs of one address, by one version and rule set: what differs between them is the target's doing. */
export const alikeRuns = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] => {
  const last = entries.at(-1)
  if (last === undefined) return []
  const other = entries.findLastIndex((entry) => circumstances(entry) !== circumstances(last))
  return entries.slice(Math.max(other + 1, entries.length - mostRuns))
}

/** The rules that went back and forth between passed and failed in those runs, the most restless first. */
export const flipsOf = (entries: readonly HistoryEntry[]): readonly Flip[] => {
  const runs = alikeRuns(entries).map(({ rules }) => ({
    passed: new Set(rules.passed),
    failed: new Set(rules.failed),
  }))
  const ids = [...new Set(runs.flatMap(({ failed }) => [...failed]))]
  return ids
    .map((id) => {
      const verdicts = runs
        .filter(({ passed, failed }) => passed.has(id) || failed.has(id))
        .map(({ failed }) => failed.has(id))
      const times = verdicts.filter((own, index) => index > 0 && own !== verdicts[index - 1]).length
      return { id, times }
    })
    .filter(({ times }) => times > 1)
    .toSorted((one, other) => other.times - one.times || (one.id < other.id ? -1 : 1))
}

const circumstances = ({ target, harnessVersion, ruleSet }: HistoryEntry): string =>
  JSON.stringify([target.apiUrl, harnessVersion, ruleSet])

/** A rule that says something else than in the run before. */
interface RuleChange {
  readonly id: string
  /** Undefined where the rule is new, or is no more. */
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The rules whose verdicts differ between two runs. */
export const ruleChanges = (
  before: Pick<HistoryEntry, 'rules'>,
  now: Pick<HistoryEntry, 'rules'>,
): readonly RuleChange[] => {
  const [from, to] = [verdicts(before), verdicts(now)]
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((id) => ({ id, from: from.get(id), to: to.get(id) }))
    .filter((change) => change.from !== change.to)
}

/** Since which run the verdict is what it is, and of how many runs that is. */
export const unchangedSince = (
  entries: readonly HistoryEntry[],
): { readonly since: HistoryEntry; readonly runs: number } | undefined => {
  const last = entries.at(-1)
  if (last === undefined) return undefined
  const first = entries.findLastIndex(({ verdict }) => verdict !== last.verdict) + 1
  return { since: entries[first] ?? last, runs: entries.length - first }
}

const verdicts = ({ rules }: Pick<HistoryEntry, 'rules'>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(rules).flatMap(([verdict, ids]) => ids.map((id) => [id, verdict] as const)),
  )
