import { shortened } from '../../evidence/visible-text.ts'
import type { ReportedPlace } from '../../report/find-finding.ts'
import type { ConformanceReport, ReportedFinding } from '../../report/model.ts'
import { type Paint, type TerminalStyle, wrapped } from '../../report/terminal-text.ts'
import { registerSentence } from '../../report/verdict-sentence.ts'
import type { ReplayOutcome } from '../../run/replay-outcome.ts'
import { repeatedWords } from './repeated.ts'

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
