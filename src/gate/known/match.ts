import { type FingerprintedFinding, failingFindings } from '../../report/fingerprint.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { daysLeft, type KnownDeviation, mostDays } from './known-deviation.ts'

export type KnownProblemCode =
  | 'known-expired'
  | 'known-too-long'
  | 'known-unknown-rule'
  | 'known-not-seen'
  | 'known-broader'

/** Why an entry no longer excuses anything, or must be mended. */
export interface KnownProblem {
  readonly code: KnownProblemCode
  readonly entry: KnownDeviation
  readonly sentence: string
  /** What to do about it. */
  readonly change: string
}

/** What the entries say of a report's deviations. */
export interface KnownMatch {
  /** Deviations that an entry covers which has not expired. */
  readonly covered: readonly { readonly found: FingerprintedFinding; readonly by: KnownDeviation }[]
  readonly uncovered: readonly FingerprintedFinding[]
  readonly problems: readonly KnownProblem[]
}

/** Holds the entries of the report's environment against what it found. Nothing else of a partial run is looked at. */
export const matchKnown = (
  report: Pick<ConformanceReport, 'target' | 'rules' | 'run'>,
  entries: readonly KnownDeviation[],
  now: Date,
  findings: readonly FingerprintedFinding[] = failingFindings(report),
): KnownMatch => {
  const own = entries.filter(({ environment }) => environment === report.target.environment)
  const holding = own.filter((entry) => {
    const days = daysLeft(entry, now)
    return days >= 0 && days <= mostDays
  })
  const coveredBy = ({ rule, fingerprint }: FingerprintedFinding) =>
    holding.find((entry) => entry.rule === rule && entry.fingerprints.includes(fingerprint))
  return {
    covered: findings.flatMap((found) => {
      const by = coveredBy(found)
      return by === undefined ? [] : [{ found, by }]
    }),
    uncovered: findings.filter((found) => coveredBy(found) === undefined),
    problems: own.flatMap((entry) => problemsOf(entry, report, findings, now)),
  }
}

const problemsOf = (
  entry: KnownDeviation,
  report: Pick<ConformanceReport, 'rules' | 'run'>,
  findings: readonly FingerprintedFinding[],
  now: Date,
): readonly KnownProblem[] => {
  const problem = (code: KnownProblemCode, what: string, change: string): KnownProblem => ({
    code,
    entry,
    sentence: `known-deviations.yaml:${entry.line}: ${entry.rule} in ${entry.environment} ${what}`,
    change,
  })
  const rule = report.rules.find(({ id }) => id === entry.rule)
  if (rule === undefined) {
    return [problem('known-unknown-rule', 'is no rule of this harness', 'remove the entry')]
  }
  const days = daysLeft(entry, now)
  const dated: readonly KnownProblem[] = !(days >= 0)
    ? [
        problem(
          'known-expired',
          `expired on ${entry.expires} (${entry.owner}, ${entry.link})`,
          `have it mended, or agree with ${entry.owner} on another day`,
        ),
      ]
    : days > mostDays
      ? [
          problem(
            'known-too-long',
            `expires in ${days} days, at most ${mostDays} are allowed`,
            `let it expire within ${mostDays} days`,
          ),
        ]
      : []
  const unseen = entry.fingerprints.filter(
    (own) =>
      !findings.some(({ rule: id, fingerprint }) => id === entry.rule && own === fingerprint),
  )
  const isSettled =
    report.run.selection === 'full' &&
    ['passed', 'failed'].includes(rule.verdict) &&
    rule.observations.every(({ verdict }) => !unsettled.has(verdict))
  if (unseen.length === 0 || !isSettled) return dated
  const change = `remove what is no longer seen: ${unseen.join(', ')}`
  return [
    ...dated,
    unseen.length === entry.fingerprints.length
      ? problem('known-not-seen', 'is no longer seen', 'remove the entry')
      : problem('known-broader', 'is broader than what is seen', change),
  ]
}

/** A place that was not judged this time may still deviate. */
const unsettled: ReadonlySet<string> = new Set(['inconclusive', 'errored', 'not-exercised'])
