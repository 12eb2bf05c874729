import type {
  ConformanceReport,
  Observation,
  ReportedFinding,
  RuleResult,
} from '../report/model.ts'
import { rules } from '../rules/index.ts'
import type { RuleHeader } from '../rules/rule.ts'

/** What a replay says of a finding. */
export type ReplayOutcome =
  /** With a reason where what was found is gone, and the rule's condition with it. */
  | { readonly kind: 'fixed'; readonly reason?: string }
  | { readonly kind: 'still deviating'; readonly findings: readonly ReportedFinding[] }
  | { readonly kind: 'cannot tell'; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string }

/**
 * Reads the report of a run that was told to judge one finding alone. Fixed is only what was judged: a place that
 * could not be is never in order.
 */
export const replayOutcome = (report: ConformanceReport): ReplayOutcome => {
  const observations = report.rules.flatMap((rule) => rule.observations)
  const failed = observations.filter(({ verdict }) => verdict === 'failed')
  if (failed.length > 0) {
    return { kind: 'still deviating', findings: failed.flatMap(({ findings }) => findings) }
  }
  const errored = observations.find(({ verdict }) => verdict === 'errored')
  if (errored !== undefined) return { kind: 'broken', reason: reasonOf(errored) }
  if (observations.length === 0) {
    return { kind: 'cannot tell', reason: 'this harness judges the rule at no such place' }
  }
  const [open] = report.rules.flatMap((rule) =>
    rule.observations.filter((one) => one.verdict !== 'passed' && !isGone(rule, one)),
  )
  if (open !== undefined)
    return { kind: 'cannot tell', reason: `${open.verdict}: ${reasonOf(open)}` }
  const gone = observations.find(({ verdict }) => verdict !== 'passed')
  return { kind: 'fixed', ...(gone === undefined ? {} : { reason: reasonOf(gone) }) }
}

/** Without evidence nothing was seen to be gone. */
const isGone = ({ id }: RuleResult, { verdict, unmet, evidence }: Observation): boolean => {
  const rule: RuleHeader | undefined = rules.find((one) => one.id === id)
  const isAnswered = verdict === 'not-applicable' && evidence.length > 0
  return isAnswered && unmet !== undefined && rule?.fixedWhen?.includes(unmet) === true
}

const reasonOf = ({ reason = 'no reason is known' }: Observation): string => reason
