import type { ConformanceReport, RuleResult } from '../../report/model.ts'
import { isRuleSetVersion, rulesOf } from '../../rules/rule-set.ts'
import type { GatePolicy } from '../policy/policy.ts'

/** The rules of the version that the policy pins; all of them where this harness does not know it. */
export const pinnedRules = (
  report: ConformanceReport,
  { ruleSet }: GatePolicy,
): readonly RuleResult[] =>
  isRuleSetVersion(ruleSet)
    ? report.rules.filter(({ id }) => rulesOf(ruleSet).has(id))
    : report.rules
