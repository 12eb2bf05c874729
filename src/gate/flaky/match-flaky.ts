import { flakesOf, recentRuns } from '../../report/flakes.ts'
import type { ConformanceReport, Flake } from '../../report/model.ts'
import { daysLeft, mostDays } from '../known/known-deviation.ts'
import type { KnownFlake } from './known-flake.ts'

/** Why an entry excuses nothing and must be mended. */
export interface FlakyProblem {
  readonly code: 'flaky-expired' | 'flaky-too-long' | 'flaky-unknown-request' | 'flaky-not-seen'
  readonly sentence: string
  readonly change: string
}

/** What the entries say of a report's flakes. */
export interface FlakyMatch {
  readonly covered: readonly { readonly flake: Flake; readonly by: KnownFlake }[]
  readonly uncovered: readonly Flake[]
  readonly problems: readonly FlakyProblem[]
  /** Requests of entries that hold and that came at once this time: no proof, for that is how flakes are, before ten runs. */
  readonly quiet: readonly { readonly request: string; readonly by: KnownFlake }[]
}

/** Holds the entries of the report's environment against what failed at first and came all the same. */
export const matchFlaky = (
  report: Pick<ConformanceReport, 'target' | 'run' | 'exchanges' | 'flakes' | 'flakesBefore'>,
  entries: readonly KnownFlake[],
  now: Date,
): FlakyMatch => {
  const flakes = report.flakes ?? flakesOf(report.exchanges)
  const own = entries.filter(({ environment }) => environment === report.target.environment)
  const holding = own.filter((entry) => {
    const days = daysLeft(entry, now)
    return days >= 0 && days <= mostDays
  })
  const coveredBy = ({ label }: Flake) => holding.find(({ requests }) => requests.includes(label))
  const asked = new Set(report.exchanges.map(({ label }) => label))
  const flaked = new Set(flakes.map(({ label }) => label))
  const quiet = (request: string) => asked.has(request) && !flaked.has(request)
  const isIdle = (request: string) => quiet(request) && cameAtOnce(request, report.flakesBefore)
  return {
    covered: flakes.flatMap((flake) => {
      const by = coveredBy(flake)
      return by === undefined ? [] : [{ flake, by }]
    }),
    uncovered: flakes.filter((flake) => coveredBy(flake) === undefined),
    problems: own.flatMap((entry) =>
      problemsOf(entry, report.run.selection === 'full' ? asked : undefined, isIdle, now),
    ),
    quiet: holding.flatMap((by) =>
      by.requests
        .filter((request) => quiet(request) && !isIdle(request))
        .map((request) => ({ request, by })),
    ),
  }
}

/** Whether it came at once in the last ten full runs too; not said of fewer, or by an earlier harness. */
const cameAtOnce = (request: string, before: ConformanceReport['flakesBefore']): boolean =>
  before?.recent !== undefined && before.runs >= recentRuns && !before.recent.includes(request)

/** What a partial run did not ask, a full one may. */
const problemsOf = (
  entry: KnownFlake,
  asked: ReadonlySet<string> | undefined,
  isIdle: (request: string) => boolean,
  now: Date,
): readonly FlakyProblem[] => {
  const problem = (code: FlakyProblem['code'], what: string, change: string): FlakyProblem => ({
    code,
    sentence: `known-flaky.yaml:${entry.line}: the entry of ${entry.environment} ${what}`,
    change,
  })
  const days = daysLeft(entry, now)
  const unknown = entry.requests.filter((request) => asked?.has(request) === false)
  const idle = asked === undefined ? [] : entry.requests.filter(isIdle)
  return [
    ...(days >= 0
      ? []
      : [
          problem(
            'flaky-expired',
            `expired on ${entry.expires} (${entry.owner}, ${entry.link})`,
            `have it mended, or agree with ${entry.owner} on another day`,
          ),
        ]),
    ...(days > mostDays
      ? [
          problem(
            'flaky-too-long',
            `expires in ${days} days, at most ${mostDays} are allowed`,
            `let it expire within ${mostDays} days`,
          ),
        ]
      : []),
    ...(unknown.length === 0
      ? []
      : [
          problem(
            'flaky-unknown-request',
            `names what no run asks: ${unknown.join('; ')}`,
            'remove it, or write it as the report does',
          ),
        ]),
    ...(idle.length === 0
      ? []
      : [
          problem(
            'flaky-not-seen',
            `names what came at once in this run and the ${recentRuns} before: ${idle.join('; ')}`,
            'remove it: it is not flaky any more',
          ),
        ]),
  ]
}
