import type { LoadedConfiguration } from '../../config/load.ts'
import { shortened } from '../../evidence/visible-text.ts'
import type { Operator } from '../../login/operator/operator.ts'
import type { ReportedPlace } from '../../report/find-finding.ts'
import type { ConformanceReport, ReportedFinding } from '../../report/model.ts'
import { type Paint, type TerminalStyle, wrapped } from '../../report/terminal-text.ts'
import { registerSentence } from '../../report/verdict-sentence.ts'
import { rules } from '../../rules/index.ts'
import type { RuleHeader } from '../../rules/rule.ts'
import { startConformanceRun } from '../../run/conformance-run.ts'
import type { EnvironmentFailure } from '../../run/environment-report.ts'
import type { ReplayOutcome } from '../../run/replay-outcome.ts'
import { startEnvironments } from '../../run/start-environments.ts'
import type { Progress } from '../progress.ts'

/** What a replay asked the API again, in words, where that was more than one request. */
export const repeatedWords = (now: ConformanceReport | undefined): readonly string[] => {
  if (now === undefined) return []
  const { apiUrl } = now.target
  const asked = now.exchanges.filter(({ request }) => request.url.startsWith(apiUrl))
  if (asked.length < 2) return []
  const methods = asked.map(({ request }) => request.method)
  const counted = [...new Set(methods)]
    .map((method) => `${methods.filter((one) => one === method).length} ${method}`)
    .join(', ')
  const judged = new Set(
    now.rules.filter((rule) => rule.observations.length > 0).map(({ id }) => id),
  )
  const isWhole = rules.some((rule: RuleHeader) => rule.onWholeRun === true && judged.has(rule.id))
  return [`${counted}: ${isWhole ? 'all that a full run asks for' : 'what the judgement rests on'}`]
}

/** A replay that is over. */
export interface Replayed {
  readonly name: string
  readonly title: string
  readonly environment: string
  readonly outcome: ReplayOutcome
  /** What a report said; undefined where only the name was known. */
  readonly earlier: Pick<ReportedPlace, 'observation' | 'report'> | undefined
  /** What the replay made; undefined where none could be begun. */
  readonly now: ConformanceReport | undefined
}

interface Look {
  readonly columns: number
  readonly paint: Paint
}

const heads = {
  fixed: ['FIXED', 'good'],
  'still deviating': ['STILL DEVIATING', 'bad'],
  'cannot tell': ['CANNOT TELL', 'doubt'],
  broken: ['THE HARNESS BROKE', 'bad'],
} as const satisfies Record<ReplayOutcome['kind'], readonly [string, TerminalStyle]>

/** So many differences are shown of each time. */
const most = 3

/** What a replay says at its end: what is so now, and beside it what was so then. */
export const replayLines = (replayed: Replayed, look: Look): readonly string[] => {
  const { name, title, environment, outcome, earlier, now } = replayed
  const bounded = { ...look, columns: Math.min(100, Math.max(60, look.columns)) }
  const [word, style] = heads[outcome.kind]
  const where = earlier?.observation.where ?? placeOf(now)
  const row = (label: string, value: string) => field(label, value, bounded)
  return [
    `${look.paint(style, word)}  ${name} on ${environment}`,
    ...row('rule', title),
    ...(where === undefined ? [] : row('where', where)),
    ...('reason' in outcome ? row('because', outcome.reason) : []),
    ...(earlier === undefined
      ? row('then', 'no report here has it: what was found is not known')
      : [
          ...row('then', `${earlier.report.target.environment}, ${earlier.report.run.startedAt}`),
          ...differences(earlier.observation.findings, row),
        ]),
    ...repeatedWords(now).flatMap((words) => row('repeated', words)),
    ...row('now', `${environment}, ${saidNow(outcome)}`),
    ...(outcome.kind === 'still deviating' ? differences(outcome.findings, row) : []),
    ...(now?.register.found === undefined ? [] : row('register', registerSentence(now.register))),
  ]
}

const placeOf = (report: ConformanceReport | undefined): string | undefined =>
  report?.rules.flatMap(({ observations }) => observations).at(0)?.where

const saidNow = (outcome: ReplayOutcome): string => {
  switch (outcome.kind) {
    case 'fixed':
      return outcome.reason === undefined
        ? 'judged there again, and nothing was found'
        : 'asked there again, and what was found is gone'
    case 'still deviating':
      return 'judged there again:'
    case 'cannot tell':
    case 'broken':
      return 'not judged'
    default:
      return outcome satisfies never
  }
}

const differences = (
  findings: readonly ReportedFinding[],
  row: (label: string, value: string) => readonly string[],
): readonly string[] => [
  ...findings
    .slice(0, most)
    .flatMap(({ at, expected, actual }) => [
      ...row('  at', at),
      ...row('  expected', expected),
      ...row('  received', actual),
    ]),
  ...(findings.length > most ? row('', `and ${findings.length - most} more`) : []),
]

const field = (label: string, value: string, { columns, paint }: Look): readonly string[] => {
  const [first = '', ...rest] = wrapped(shortened(value, 240), columns - 14)
  const indent = ' '.repeat(14)
  return [`  ${paint('soft', label.padEnd(12))}${first}`, ...rest.map((line) => indent + line)]
}

/** How a replay ended: a report of the one judgement, or why there is none. */
export interface ReplayEnd {
  readonly report: ConformanceReport | undefined
  readonly failures: readonly EnvironmentFailure[]
  readonly broken: string | undefined
  readonly isInterrupted: boolean
}

/**
 * Judges one finding anew by the shipped way: the same suites, journal and masking, told to judge that one place.
 * Evidence is gathered when it is first asked for, so that nothing else is sent.
 */
export const replayFinding = async (
  configuration: LoadedConfiguration,
  name: string,
  progress: Progress,
  operator: Operator,
): Promise<ReplayEnd> => {
  const starting = startEnvironments(configuration, { onProgress: progress.say, operator })
  const run = startConformanceRun({
    settings: configuration.settings,
    isFull: false,
    starting: starting.map((one) => ({ ...one, only: name })),
    onProgress: progress.say,
    operator,
  })
  try {
    const { openSuites } = await import('../../run/run-suites.ts')
    const suites = await openSuites()
    const { reports, failures, broken, ending } = await suites
      .run(run, 'partial')
      .finally(() => suites.close())
    return { report: reports[0], failures, broken, isInterrupted: ending !== undefined }
  } finally {
    progress.clear()
    await run.close()
  }
}
