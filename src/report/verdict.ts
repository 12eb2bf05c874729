import type { Area, Level } from '../rules/rule.ts'
import type { ConformanceReport, EnvironmentVerdict, RuleResult, Verdict } from './model.ts'

/** The areas that no verdict can do without: in each, one MUST rule at least has passed. */
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

/** What a verdict is made of. */
export interface Judged {
  readonly rules: readonly RuleResult[]
  readonly run: Pick<ConformanceReport['run'], 'selection' | 'mayWrite'>
}

/**
 * The areas in which a MUST rule ought to have passed and none did: silence there is no conformance. PATCH is one of
 * them where writing was allowed, unless none of its rules applies to this client.
 */
export const areasWithoutPass = ({ rules, run }: Judged): readonly Area[] => {
  const patches = rules.filter(({ area, level }) => area === 'PATCH' && level === 'MUST')
  const isSkipped = patches.every(({ verdict }) => verdict === 'not-applicable')
  const areas: readonly Area[] =
    run.mayWrite === true && !isSkipped ? [...vitalAreas, 'PATCH'] : vitalAreas
  return areas.filter(
    (area) => !rulesWith(rules, 'MUST', 'passed').some((rule) => rule.area === area),
  )
}

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
export const environmentVerdict = ({ rules, run }: Judged): EnvironmentVerdict => {
  if (run.selection === 'partial') return 'partial'
  if (rulesWith(rules, 'MUST', 'failed').length > 0) return 'deviating'
  if (unsettledMusts(rules).length > 0) return 'inconclusive'
  return areasWithoutPass({ rules, run }).length > 0 ? 'inconclusive' : 'conformant'
}
