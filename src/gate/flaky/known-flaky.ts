import { flakesOf, recentRuns } from '../../report/flakes.ts'
import type { ConformanceReport, Flake } from '../../report/model.ts'
import { daysLeft, mostDays } from '../known/known-deviations.ts'

/**
 * A request that is known to fail at first now and then, and to come when it is sent again (`known-flaky.yaml`). It
 * excuses that and nothing else: what fails or stays away is for `known-deviations.yaml`, or unknown.
 */
export interface KnownFlake {
  /** The environment's own name: `test` for the alias `ver2`. */
  readonly environment: string
  /** As reports name them: `GET person, spraak, application/json`. */
  readonly requests: readonly string[]
  readonly reason: string
  readonly owner: string
  readonly link: string
  /** The last day that it holds, `2026-12-31`, by UTC. */
  readonly expires: string
  /** Where it stands in the file. */
  readonly line: number
}

/** Why an entry excuses nothing and must be fixed. */
interface FlakyProblem {
  readonly code: 'flaky-expired' | 'flaky-too-long' | 'flaky-unknown-request'
  readonly sentence: string
  readonly change: string
}

/** What the entries say of a report's flakes. */
export interface FlakyMatch {
  readonly covered: readonly { readonly flake: Flake; readonly by: KnownFlake }[]
  readonly uncovered: readonly Flake[]
  readonly problems: readonly FlakyProblem[]
  /**
   * Requests of entries that hold and that came at once this time. `isIdle`: in the ten full runs before too. It is told
   * and blocks nothing, for else a flake that comes back would turn the answer to yes.
   */
  readonly quiet: readonly {
    readonly request: string
    readonly by: KnownFlake
    readonly isIdle: boolean
  }[]
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
  return {
    covered: flakes.flatMap((flake) => {
      const by = coveredBy(flake)
      return by === undefined ? [] : [{ flake, by }]
    }),
    uncovered: flakes.filter((flake) => coveredBy(flake) === undefined),
    problems: own.flatMap((entry) =>
      problemsOf(entry, report.run.selection === 'full' ? asked : undefined, now),
    ),
    quiet: holding.flatMap((by) =>
      by.requests
        .filter(quiet)
        .map((request) => ({ request, by, isIdle: cameAtOnce(request, report.flakesBefore) })),
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
  now: Date,
): readonly FlakyProblem[] => {
  const problem = (code: FlakyProblem['code'], what: string, change: string): FlakyProblem => ({
    code,
    sentence: `known-flaky.yaml:${entry.line}: the entry of ${entry.environment} ${what}`,
    change,
  })
  const days = daysLeft(entry, now)
  const unknown = entry.requests.filter((request) => asked?.has(request) === false)
  return [
    ...(days >= 0
      ? []
      : [
          problem(
            'flaky-expired',
            `expired on ${entry.expires} (${entry.owner}, ${entry.link})`,
            `have it fixed, or agree with ${entry.owner} on another day`,
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
  ]
}
