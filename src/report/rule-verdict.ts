import type { Observation, Verdict } from './model.ts'

/** A rule's verdict with the sentence that says why. */
export interface RuleVerdict {
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
