import { counted } from '../../report/verdict-sentence.ts'
import { isRuleSetVersion, rulesOf } from '../../rules/rule-set.ts'
import type { GateInput } from '../decision.ts'
import { type Reason, reason } from '../reason.ts'

const record = 'npm run defects -- --record'

/** Why nobody can tell that the harness would have seen it: a pass proves no more than the matrix does. */
export const matrixReasons = ({ matrix: own, to, policy }: GateInput): readonly Reason[] => {
  if (policy.matrix === 'not-required' || to.report === undefined) return []
  const { report } = to
  const matrix = own ?? report.harness?.matrix
  if (matrix === undefined) {
    return [
      reason('matrix-missing', 'to', 'the figures of the defect matrix were not recorded', record),
    ]
  }
  const { harnessVersion } = report.run
  if (matrix.harnessVersion !== harnessVersion || matrix.ruleSet < policy.ruleSet) {
    return [
      reason(
        'matrix-other-version',
        'to',
        `the defect matrix was recorded for krr-conformance ${matrix.harnessVersion} with rule set ` +
          `${matrix.ruleSet}, the report is by ${harnessVersion} and the policy pins ${policy.ruleSet}`,
        record,
      ),
    ]
  }
  const rows = Object.values(matrix.rows).flatMap((outcomes) => Object.values(outcomes))
  const total = rows.reduce((sum, number) => sum + number, 0)
  const pinned = isRuleSetVersion(policy.ruleSet) ? rulesOf(policy.ruleSet) : undefined
  const musts = pinned
    ? report.rules.filter(({ id, level }) => level === 'MUST' && pinned?.has(id) === true)
    : []
  const proven = new Set(matrix.proven)
  const unproven = musts.map(({ id }) => id).filter((id) => !proven.has(id))
  if (total > 0 && matrix.expected === total && unproven.length === 0) return []
  const rest =
    unproven.length === 0 ? '' : `, and no defect trips ${counted(unproven.length, 'MUST rule')}`
  return [
    reason(
      'matrix-incomplete',
      'to',
      `${matrix.expected} of ${total} rows of the defect matrix came out as they must${rest}`,
      `fix what is missed, then ${record}`,
      unproven.length === 0 ? {} : { rules: unproven },
    ),
  ]
}
