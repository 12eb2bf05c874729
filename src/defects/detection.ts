import type { ConformanceReport } from '../report/model.ts'
import type { RuleId } from '../rules/rule.ts'
import type { DefectId, ExpectedReading, Family } from './defect.ts'
import { type Readings, readingsOf, reads } from './readings.ts'

export const outcomes = ['detected', 'missed', 'misattributed', 'not-reached', 'broken'] as const

/**
 * What became of a defect: `missed` a rule that must trip, or a reading that must be reported, did not;
 * `misattributed` another one tripped that must not;
 * `not-reached` no request came to its seam; `broken` the harness itself failed on it.
 */
export type Outcome = (typeof outcomes)[number]

/** What is expected of a run: of a defect, or of the unmodified server, on which nothing may trip. */
export interface Expectation {
  readonly id: DefectId | 'UNMODIFIED'
  readonly title: string
  readonly family: Family | 'control'
  readonly violates: readonly RuleId[]
  readonly alsoTrips?: readonly RuleId[]
  readonly observes?: readonly ExpectedReading[]
}

/** One row of the matrix. */
export interface Detection {
  readonly id: Expectation['id']
  readonly title: string
  readonly family: Expectation['family']
  readonly outcome: Outcome
  readonly verdict: ConformanceReport['verdict']
  /** Rules that tripped, in the order of the catalogue. */
  readonly tripped: readonly RuleId[]
  /** Rules that must have tripped and did not. */
  readonly missing: readonly RuleId[]
  /** Readings that must have been reported and were not, or that the unmodified server has too. */
  readonly unread: readonly string[]
  /** Rules that tripped and must not have. */
  readonly foreign: readonly RuleId[]
}

/** The control experiment: the server without any defect. */
export const unmodified: Expectation = {
  id: 'UNMODIFIED',
  title: 'the reference environment as it is',
  family: 'control',
  violates: [],
}

/**
 * Compares what a run's report says with what the defect must bring about. `control` is what the rules read on the
 * unmodified server.
 */
export const detect = (
  expectation: Expectation,
  report: ConformanceReport,
  isActivated: boolean,
  control: Readings = new Map(),
): Detection => {
  const { id, title, family, violates, alsoTrips = [], observes = [] } = expectation
  const tripped = report.rules.filter(({ verdict }) => verdict === 'failed').map((rule) => rule.id)
  const missing = violates.filter((rule) => !tripped.includes(rule))
  const foreign = tripped.filter((rule) => !violates.includes(rule) && !alsoTrips.includes(rule))
  const isBroken = report.rules.some(({ observations }) =>
    observations.some(({ verdict }) => verdict === 'errored'),
  )
  const readings = readingsOf(report)
  const unread = observes.flatMap((expected) => unproven(expected, readings, control))
  const row = { id, title, family, verdict: report.verdict, tripped, missing, unread, foreign }
  if (isBroken) return { ...row, outcome: 'broken' }
  if (id === 'UNMODIFIED') {
    return {
      ...row,
      outcome:
        report.verdict === 'conformant' && foreign.length === 0 ? 'detected' : 'misattributed',
    }
  }
  if (!isActivated) return { ...row, outcome: 'not-reached' }
  if (missing.length > 0 || unread.length > 0) return { ...row, outcome: 'missed' }
  return { ...row, outcome: foreign.length > 0 ? 'misattributed' : 'detected' }
}

const unproven = (expected: ExpectedReading, readings: Readings, control: Readings): string[] => {
  const said = `${expected.rule} met ${String(expected.met)}`
  if (!reads(readings, expected)) return [said]
  return reads(control, expected) ? [`${said}, as it is without the defect`] : []
}
