import {
  type Addresses,
  addressesOf,
  normalisePlace,
  normaliseWords,
} from '../report/fingerprint.ts'
import type { ConformanceReport, Observation, RuleResult, Verdict } from '../report/model.ts'
import type { RuleDifference, RulePlace } from './model.ts'

/** Rules of which two runs say different things: in the order of the second, those that are gone at the end. */
export const ruleDifferences = (
  from: Pick<ConformanceReport, 'target' | 'rules'>,
  to: Pick<ConformanceReport, 'target' | 'rules'>,
): readonly RuleDifference[] => {
  const before = new Map(from.rules.map((rule) => [rule.id, rule]))
  const after = new Set(to.rules.map(({ id }) => id))
  const [fromAddresses, toAddresses] = [addressesOf(from.target), addressesOf(to.target)]
  return [
    ...to.rules.flatMap((rule) => {
      const earlier = before.get(rule.id)
      if (earlier === undefined) return [only(rule, 'rule-added')]
      return compared({ rule: earlier, addresses: fromAddresses }, { rule, addresses: toAddresses })
    }),
    ...from.rules.filter(({ id }) => !after.has(id)).map((rule) => only(rule, 'rule-removed')),
  ]
}

/** Whether the rule said something of the target. */
const isJudged = (verdict: Verdict): boolean => verdict === 'passed' || verdict === 'failed'

const only = (rule: RuleResult, code: 'rule-added' | 'rule-removed'): RuleDifference => ({
  code,
  id: rule.id,
  title: rule.title,
  level: rule.level,
  from: code === 'rule-added' ? 'absent' : rule.verdict,
  to: code === 'rule-added' ? rule.verdict : 'absent',
  silenced: [],
  changed: [],
})

interface Side {
  readonly rule: RuleResult
  readonly addresses: Addresses
}

const compared = (from: Side, to: Side): readonly RuleDifference[] => {
  const places = placesOf(from, to)
  const silenced = places.filter(({ wasJudged, isJudged }) => wasJudged && !isJudged)
  const changed = places.filter(({ wasJudged, isJudged }) => !wasJudged || isJudged)
  const isSame =
    places.length === 0 &&
    from.rule.verdict === to.rule.verdict &&
    from.rule.level === to.rule.level
  if (isSame) return []
  const { id, title, level, verdict } = to.rule
  return [
    {
      code: codeOf(from.rule, to.rule),
      id,
      title,
      level,
      from: from.rule.verdict,
      to: verdict,
      silenced: silenced.map(shown),
      changed: changed.map(shown),
    },
  ]
}

const codeOf = (from: RuleResult, to: RuleResult): RuleDifference['code'] => {
  if (isJudged(from.verdict) && !isJudged(to.verdict)) return 'rule-silenced'
  if (!isJudged(from.verdict) && isJudged(to.verdict)) return 'rule-judged'
  return 'rule-changed'
}

interface ComparedPlace extends RulePlace {
  readonly wasJudged: boolean
  readonly isJudged: boolean
}

const shown = ({ where, from, to }: ComparedPlace): RulePlace => ({ where, from, to })

/** The places at which the two say different things. */
const placesOf = (from: Side, to: Side): readonly ComparedPlace[] => {
  const [before, after] = [outcomes(from), outcomes(to)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((where) => {
    const [one, other] = [before.get(where), after.get(where)]
    if (one?.text === other?.text) return []
    return [
      {
        where,
        from: one?.text ?? 'not asked',
        to: other?.text ?? 'not asked',
        wasJudged: one?.isJudged ?? false,
        isJudged: other?.isJudged ?? false,
      },
    ]
  })
}

interface Outcome {
  readonly text: string
  readonly isJudged: boolean
}

/** What was found at each place, without what differs between two runs of an unchanged server. */
const outcomes = ({ rule, addresses }: Side): ReadonlyMap<string, Outcome> => {
  const found = new Map<string, Outcome>()
  for (const observation of rule.observations.filter((own) => !restsOnMemory(own))) {
    const where = normalisePlace(observation.where)
    const text = outcomeText(observation, addresses)
    const known = found.get(where)
    found.set(where, {
      text: known === undefined || known.text === text ? text : `${known.text} | ${text}`,
      isJudged: (known?.isJudged ?? true) && isJudged(observation.verdict),
    })
  }
  return found
}

const outcomeText = (
  { verdict, met, findings, reason }: Observation,
  addresses: Addresses,
): string => {
  const found = findings.map(
    ({ at, expected, actual }) => `${at}: expected ${expected}, received ${actual}`,
  )
  const said = [met, ...found, reason].filter((text) => text !== undefined && !isMemory(text))
  return normaliseWords([verdict, ...said].join('; '), addresses)
}

/** Whether all that a place says is whether an earlier run left something on this machine: one that deviates says more. */
const restsOnMemory = ({ findings, met, reason }: Observation): boolean =>
  findings.length === 0 && isMemory(met ?? reason ?? '')

/** What an earlier run left on this machine: nothing that the target does. */
const isMemory = (text: string): boolean =>
  /^(no earlier run of this environment|compared with the run of) /.test(text)
