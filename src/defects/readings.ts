import type { ConformanceReport } from '../report/model.ts'
import type { RuleId } from '../rules/rule.ts'
import type { ExpectedReading } from './defect.ts'

/** What each rule reported as `met`, in all places of a run. */
export type Readings = ReadonlyMap<RuleId, readonly string[]>

/** What the rules of a run read, by rule. */
export const readingsOf = ({ rules }: ConformanceReport): Readings =>
  new Map(
    rules.map(({ id, observations }) => [
      id,
      [...new Set(observations.flatMap(({ met }) => met ?? []))],
    ]),
  )

/** Whether a reading is among them. */
export const reads = (readings: Readings, { rule, met }: ExpectedReading): boolean =>
  (readings.get(rule) ?? []).some((text) =>
    typeof met === 'string' ? text.includes(met) : met.test(text),
  )
