import { everyReading } from '../rules/body/022-asked-twice-the-person-is-the-same.ts'
import type { RuleId } from '../rules/rule.ts'
import type { Observation } from './model.ts'

interface Judged {
  readonly ruleId: RuleId
  readonly observation: Observation
}

/** That somebody else came, and that the person is not the same from one reading to the next: the first explains more. */
const steadinessRules = ['KRR-BODY-002', 'KRR-BODY-022'] as const satisfies readonly RuleId[]

/** That people are mixed up tells whose the odd value is: it stands, and follows where it tells of the number alone. */
const mixUp: RuleId = 'KRR-AUTH-016'

/**
 * Where the person comes and goes by itself, what a comparison of readings found is no deviation of its own, and
 * neither is what came of a reading that shows the odd value: nobody knows whose it is. The rule is inconclusive
 * there; what was found beside it stands.
 */
export const settleUnsteady = <Own extends Judged>(judged: readonly Own[]): readonly Own[] => {
  const cause = steadinessRules.find((rule) => isUnsteadyBy(rule, judged))
  if (cause === undefined) return judged
  const odd = new Set(judged.flatMap(oddExchanges))
  return judged.map((own) => {
    const { ruleId, observation } = own
    if (observation.verdict !== 'failed' || ruleId === cause) return own
    if (ruleId === mixUp) {
      const isSame = cause === 'KRR-BODY-002' && observation.findings.every(isAnothersNumber)
      return isSame ? { ...own, observation: { ...observation, follows: cause } } : own
    }
    const { where, evidence } = observation
    const findings = evidence.some((id) => odd.has(id))
      ? []
      : observation.findings.filter(({ byComparison }) => byComparison !== true)
    if (findings.length === observation.findings.length) return own
    const left: Observation =
      findings.length > 0
        ? { ...observation, findings }
        : {
            where,
            findings,
            evidence,
            verdict: 'inconclusive',
            reason: unsteady(cause),
            follows: cause,
          }
    return { ...own, observation: left }
  })
}

const isAnothersNumber = ({ at }: Observation['findings'][number]): boolean =>
  at === '/personidentifikator'

/** The same other person each time is steady, wrong as it is. */
const isUnsteadyBy = (rule: RuleId, judged: readonly Judged[]): boolean => {
  const own = judged.filter(({ ruleId }) => ruleId === rule)
  const isFailed = own.some(({ observation }) => observation.verdict === 'failed')
  if (rule === 'KRR-BODY-022') return isFailed
  return isFailed && own.some(({ observation }) => observation.verdict === 'passed')
}

/** What shows the odd value: each with somebody else, or all but the one that the others are held against. */
const oddExchanges = ({ ruleId, observation }: Judged): readonly string[] => {
  const { verdict, where, evidence } = observation
  if (verdict !== 'failed') return []
  if (ruleId === 'KRR-BODY-002') return evidence
  return ruleId === 'KRR-BODY-022' && where === everyReading ? evidence.slice(1) : []
}

const unsteady = (cause: RuleId): string =>
  `the person is not the same from one reading to the next (${cause}): what came of it says nothing of this rule`
