import type { ConformanceReport } from '../report/model.ts'
import type { Area, RuleId } from '../rules/rule.ts'
import { type Facts, idsWith, isBroken, plainRow, type Row, type RowHeader } from './row.ts'

/** What may pass on a dumb server, and why it deserves it. */
export interface Desert {
  /** Single rules, or whole areas. */
  readonly rules: readonly (RuleId | Area)[]
  readonly because: string
}

/**
 * Compares what a run's report says of a server that knows nothing with what it deserves: no rule passes on it but
 * those that are named, and it is not conformant.
 */
export const seeThrough = (
  header: RowHeader,
  { deserves, verdict }: { readonly deserves: readonly Desert[]; readonly verdict: Row['verdict'] },
  report: ConformanceReport,
  { isReached }: Pick<Facts, 'isReached'>,
): Row => {
  const named = deserves.flatMap(({ rules }) => rules)
  const undeserved = idsWith(report, 'passed').filter(
    (rule) => !named.some((own) => own === rule || rule.startsWith(`KRR-${own}-`)),
  )
  const row = { ...plainRow(header, report), undeserved }
  if (isBroken(report)) return { ...row, outcome: 'broken' }
  if (!isReached) return { ...row, outcome: 'not-reached' }
  const isSeenThrough = undeserved.length === 0 && report.verdict === verdict
  return { ...row, outcome: isSeenThrough ? 'seen-through' : 'undeserved' }
}
