import type { Area, Level } from '../rules/rule.ts'
import type { ConformanceReport, EnvironmentVerdict, RuleResult, Verdict } from './model.ts'

/** The areas that a verdict cannot do without: in each, one MUST rule at least has passed. */
export const vitalAreas = ['SCOPE', 'BODY', 'NEG', 'JWS'] as const satisfies readonly Area[]

/** The results of a level with one of the verdicts, in catalogue order. */
export const rulesWith = (
  rules: readonly RuleResult[],
  level: Level,
  ...verdicts: readonly Verdict[]
): readonly RuleResult[] =>
  rules.filter((rule) => rule.level === level && verdicts.includes(rule.verdict))

/** MUST rules of a full run that ought to have been judged and could not be. */
export const unsettledMusts = (rules: readonly RuleResult[]): readonly RuleResult[] =>
  rulesWith(rules, 'MUST', 'inconclusive', 'errored', 'not-run')

/** The vital areas in which no MUST rule passed: silence there is no conformance. */
export const areasWithoutPass = (rules: readonly RuleResult[]): readonly Area[] =>
  vitalAreas.filter(
    (area) => !rulesWith(rules, 'MUST', 'passed').some((rule) => rule.area === area),
  )

/** MUST rules that the verdict says nothing of, or not all: they are named right beside it. */
export interface SetAside {
  readonly notExercised: readonly RuleResult[]
  readonly notApplicable: readonly RuleResult[]
  /** Passed, but left out on purpose in some place. */
  readonly inPart: readonly RuleResult[]
}

/** The MUST rules that were left out or do not apply. */
export const setAside = (rules: readonly RuleResult[]): SetAside => ({
  notExercised: rulesWith(rules, 'MUST', 'not-exercised'),
  notApplicable: rulesWith(rules, 'MUST', 'not-applicable'),
  inPart: rulesWith(rules, 'MUST', 'passed').filter(({ observations }) =>
    observations.some(({ verdict }) => verdict === 'not-exercised'),
  ),
})

/**
 * An environment's verdict (product interface, part 3). Whether its deviations are known is not decided
 * here: that takes the baseline.
 */
export const environmentVerdict = (
  rules: readonly RuleResult[],
  selection: ConformanceReport['run']['selection'],
): EnvironmentVerdict => {
  if (selection === 'partial') return 'partial'
  if (rulesWith(rules, 'MUST', 'failed').length > 0) return 'deviating'
  if (unsettledMusts(rules).length > 0) return 'inconclusive'
  return areasWithoutPass(rules).length > 0 ? 'inconclusive' : 'conformant'
}
