import type { ConformanceReport } from '../report/model.ts'
import type { RuleId } from '../rules/rule.ts'
import { type Facts, idsWith, isBroken, plainRow, type Row, type RowHeader } from './row.ts'

/**
 * Compares what a run's report says of a conforming server with what it must say: it conforms, and no rule trips but
 * those that `mayTrip`. A MUST rule that could not be judged on it, or a rule that it `settles` and that did not pass,
 * is a false alarm too.
 */
export const accept = (
  header: RowHeader,
  mayTrip: readonly RuleId[],
  report: ConformanceReport,
  { isReached }: Pick<Facts, 'isReached'>,
  settles: readonly RuleId[] = [],
): Row => {
  const plain = plainRow(header, report)
  const musts = report.rules.filter(({ level }) => level === 'MUST').map(({ id }) => id)
  const passed = idsWith(report, 'passed')
  const row = {
    ...plain,
    foreign: plain.tripped.filter((rule) => !mayTrip.includes(rule)),
    unsettled: [
      ...[...idsWith(report, 'inconclusive'), ...idsWith(report, 'not-run')].filter((rule) =>
        musts.includes(rule),
      ),
      ...settles.filter((rule) => !passed.includes(rule)),
    ],
  }
  if (isBroken(report)) return { ...row, outcome: 'broken' }
  if (!isReached) return { ...row, outcome: 'not-reached' }
  const isSettled = settles.every((rule) => passed.includes(rule))
  const isAccepted = report.verdict === 'conformant' && row.foreign.length === 0 && isSettled
  return { ...row, outcome: isAccepted ? 'accepted' : 'false-alarm' }
}
