import type { Area, Level, RuleId } from '../rules/rule.ts'
import type {
  ConformanceReport,
  EnvironmentVerdict,
  Observation,
  RuleResult,
  Verdict,
} from './model.ts'

/** The areas that no verdict can do without: in each, one MUST rule at least has passed. */
export const vitalAreas = ['SCOPE', 'BODY', 'NEG', 'JWS'] as const satisfies readonly Area[]

/** The results of a level with one of the verdicts, in catalogue order; what follows from another comes behind it. */
export const rulesWith = (
  rules: readonly RuleResult[],
  level: Level,
  ...verdicts: readonly Verdict[]
): readonly RuleResult[] => {
  const own = rules.filter((rule) => rule.level === level && verdicts.includes(rule.verdict))
  const followers = (id: string | undefined) => own.filter((rule) => causeOf(rule) === id)
  const told = followers(undefined).flatMap((rule) => [rule, ...followers(rule.id)])
  return [...told, ...own.filter((rule) => !told.includes(rule))]
}

/** The rule that all deviations of another one follow from: one fault is behind both. */
export const causeOf = ({ observations }: Pick<RuleResult, 'observations'>): RuleId | undefined => {
  const failed = observations.filter(({ verdict }) => verdict === 'failed')
  const cause = failed[0]?.follows
  return failed.every(({ follows }) => follows === cause) ? cause : undefined
}

/** MUST rules of a full run that ought to have been judged and could not be. */
export const unsettledMusts = (rules: readonly RuleResult[]): readonly RuleResult[] =>
  rulesWith(rules, 'MUST', 'inconclusive', 'errored', 'not-run')

/** What a verdict is made of. */
interface Judged {
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
interface SetAside {
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

/** A rule's verdict with the sentence that says why. */
interface RuleVerdict {
  readonly verdict: Verdict
  readonly reason: string
}

/**
 * One place that passed does not outweigh trouble elsewhere; it does outweigh what was left out or
 * does not apply elsewhere, which the reason then names.
 */
const worstFirst = [
  'failed',
  'errored',
  'inconclusive',
  'passed',
  'not-exercised',
  'not-applicable',
] as const satisfies readonly Observation['verdict'][]

/**
 * The verdict of a rule from its observations, the worst of them winning. Everything else that was
 * observed stays in the reason, so that a deviation never hides trouble, nor a pass an omission.
 */
export const ruleVerdict = (
  observations: readonly Observation[],
  selection: 'full' | 'partial' | 'interrupted',
): RuleVerdict => {
  const verdict = worstFirst.find((candidate) =>
    observations.some((observation) => observation.verdict === candidate),
  )
  if (verdict !== undefined) return { verdict, reason: reasonOf(verdict, observations) }
  if (selection === 'interrupted') {
    return { verdict: 'not-run', reason: 'the run was interrupted before anything judged it' }
  }
  return selection === 'partial'
    ? { verdict: 'not-exercised', reason: 'not selected: partial run' }
    : { verdict: 'not-run', reason: 'nothing judged it in this run' }
}

const reasonOf = (
  verdict: Observation['verdict'],
  observations: readonly Observation[],
): string => {
  const met = distinct(observations.map((observation) => observation.met))
  const others = worstFirst.filter((other) => other !== verdict && other !== 'passed')
  return [
    phrase(verdict, observations),
    ...others
      .filter((other) => observations.some((observation) => observation.verdict === other))
      .map((other) => phrase(other, observations)),
    ...(met.length === 0 ? [] : [`met: ${met.join(', ')}`]),
  ].join('; ')
}

const phrases = {
  passed: 'conforms',
  failed: 'deviates',
  errored: 'the harness broke',
  inconclusive: 'could not be judged',
  'not-exercised': 'left out',
  'not-applicable': 'does not apply',
} as const satisfies Record<Observation['verdict'], string>

const phrase = (verdict: Observation['verdict'], observations: readonly Observation[]): string => {
  const own = observations.filter((observation) => observation.verdict === verdict)
  const reasons = distinct(own.map(({ reason }) => reason))
  const because = reasons.length === 0 ? '' : `: ${shortened(reasons).join(' | ')}`
  return `${phrases[verdict]} in ${places(own.length, observations.length)}${because}`
}

const places = (own: number, all: number): string =>
  own === all ? `${all === 1 ? '1 place' : `${all} places`}` : `${own} of ${all} places`

const distinct = (texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
]

const shortened = (reasons: readonly string[]): readonly string[] =>
  reasons.length <= 3 ? reasons : [...reasons.slice(0, 3), `and ${reasons.length - 3} more`]
