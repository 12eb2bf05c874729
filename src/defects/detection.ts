import type { ConformanceReport } from '../report/model.ts'
import type { RuleId } from '../rules/rule.ts'
import type { ExpectedReading } from './defect.ts'
import { type Readings, readingsOf, reads } from './readings.ts'
import { type Facts, isBroken, plainRow, type Row, type RowHeader } from './row.ts'

/** What a defect must bring about. */
export interface Expectation {
  readonly violates: readonly RuleId[]
  readonly alsoTrips?: readonly RuleId[]
  readonly observes?: readonly ExpectedReading[]
}

/** Compares what a run's report says with what the defect must bring about. */
export const detect = (
  header: RowHeader,
  { violates, alsoTrips = [], observes = [] }: Expectation,
  report: ConformanceReport,
  { isReached, control }: Facts,
): Row => {
  const plain = plainRow(header, report)
  const { tripped } = plain
  const missing = violates.filter((rule) => !tripped.includes(rule))
  const foreign = tripped.filter((rule) => !violates.includes(rule) && !alsoTrips.includes(rule))
  const readings = readingsOf(report)
  const unread = observes.flatMap((expected) => unproven(expected, readings, control))
  const row = { ...plain, missing, unread, foreign }
  if (isBroken(report)) return { ...row, outcome: 'broken' }
  if (!isReached) return { ...row, outcome: 'not-reached' }
  if (missing.length > 0 || unread.length > 0) return { ...row, outcome: 'missed' }
  return { ...row, outcome: foreign.length > 0 ? 'misattributed' : 'detected' }
}

const unproven = (expected: ExpectedReading, readings: Readings, control: Readings): string[] => {
  const said = `${expected.rule} met ${String(expected.met)}`
  if (!reads(readings, expected)) return [said]
  return reads(control, expected) ? [`${said}, as it is without the defect`] : []
}
