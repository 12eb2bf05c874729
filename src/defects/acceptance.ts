import type { ConformanceReport } from '../report/model.ts'
import type { RuleId } from '../rules/rule.ts'
import { type Facts, idsWith, isBroken, plainRow, type Row, type RowHeader } from './row.ts'

/**
 * Compares what a run's report says of a conforming server with what it must say: it conforms, and no rule trips but
 * those that `mayTrip`. A MUST rule that could not be judged on it is a false alarm too.
 */
export const accept = (
  header: RowHeader,
  mayTrip: readonly RuleId[],
  report: ConformanceReport,
  { isReached }: Pick<Facts, 'isReached'>,
): Row => {
  const plain = plainRow(header, report)
  const musts = report.rules.filter(({ level }) => level === 'MUST').map(({ id }) => id)
  const row = {
    ...plain,
    foreign: plain.tripped.filter((rule) => !mayTrip.includes(rule)),
    unsettled: [...idsWith(report, 'inconclusive'), ...idsWith(report, 'not-run')].filter((rule) =>
      musts.includes(rule),
    ),
  }
  if (isBroken(report)) return { ...row, outcome: 'broken' }
  if (!isReached) return { ...row, outcome: 'not-reached' }
  const isAccepted = report.verdict === 'conformant' && row.foreign.length === 0
  return { ...row, outcome: isAccepted ? 'accepted' : 'false-alarm' }
}
