import {
  type Fingerprint,
  type FingerprintedFinding,
  failingFindings,
} from '../../report/fingerprint.ts'
import type { ConformanceReport, KnownDeviationsReport } from '../../report/model.ts'
import type { RuleId } from '../../rules/rule.ts'

/** A deviation that is known and that somebody sees to, for a while (`known-deviations.yaml`). */
export interface KnownDeviation {
  readonly rule: RuleId
  /** The environment's own name: `test` for the alias `ver2`. */
  readonly environment: string
  /** What exactly is seen: another finding of the same rule still counts. */
  readonly fingerprints: readonly Fingerprint[]
  readonly reason: string
  readonly owner: string
  readonly link: string
  /** The last day that it holds, `2026-12-31`, by UTC. */
  readonly expires: string
  /** Where it stands in the file. */
  readonly line: number
}

/** So many days ahead an entry may expire. */
export const mostDays = 90

const dayMs = 86_400_000

/** How many whole days the entry still holds, today counted as 0; negative where it has expired. */
export const daysLeft = ({ expires }: Pick<KnownDeviation, 'expires'>, now: Date): number =>
  Math.round(
    (Date.parse(`${expires}T00:00:00Z`) - Math.floor(now.getTime() / dayMs) * dayMs) / dayMs,
  )

export type KnownProblemCode =
  | 'known-expired'
  | 'known-too-long'
  | 'known-unknown-rule'
  | 'known-not-seen'
  | 'known-broader'

/** Why an entry no longer excuses anything, or must be fixed. */
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
          `have it fixed, or agree with ${entry.owner} on another day`,
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

/**
 * The report with what the known deviations say of it: `deviating (known)` where every deviation of a full run is
 * covered by an entry that has not expired. Without an entry for its environment it stays as it is.
 */
export const withKnown = (
  report: ConformanceReport,
  entries: readonly KnownDeviation[],
  now: Date,
): ConformanceReport => {
  const isMeant = entries.some(({ environment }) => environment === report.target.environment)
  if (!isMeant || report.run.selection === 'partial') return report
  const { covered, uncovered, problems } = matchKnown(report, entries, now)
  const known: KnownDeviationsReport = {
    covered: covered.map(({ found, by }) => ({
      rule: found.rule,
      fingerprint: found.fingerprint,
      owner: by.owner,
      link: by.link,
      expires: by.expires,
    })),
    problems: problems.map(({ sentence, change }) => `${sentence}: ${change}`),
  }
  const isKnown = report.verdict === 'deviating' && uncovered.length === 0
  return { ...report, ...(isKnown ? { verdict: 'deviating (known)' as const } : {}), known }
}
