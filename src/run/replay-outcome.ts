import type { ConformanceReport, Observation, ReportedFinding } from '../report/model.ts'

/** What a replay says of a finding. */
export type ReplayOutcome =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'still deviating'; readonly findings: readonly ReportedFinding[] }
  | { readonly kind: 'cannot tell'; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string }

/**
 * Reads the report of a run that was told to judge one finding alone. Fixed is only what was judged: a place that
 * could not be is never in order.
 */
export const replayOutcome = ({ rules }: ConformanceReport): ReplayOutcome => {
  const observations = rules.flatMap((rule) => rule.observations)
  const failed = observations.filter(({ verdict }) => verdict === 'failed')
  if (failed.length > 0) {
    return { kind: 'still deviating', findings: failed.flatMap(({ findings }) => findings) }
  }
  const errored = observations.find(({ verdict }) => verdict === 'errored')
  if (errored !== undefined) return { kind: 'broken', reason: reasonOf(errored) }
  if (observations.length === 0) {
    return { kind: 'cannot tell', reason: 'this harness judges the rule at no such place' }
  }
  const open = observations.find(({ verdict }) => verdict !== 'passed')
  return open === undefined
    ? { kind: 'fixed' }
    : { kind: 'cannot tell', reason: `${open.verdict}: ${reasonOf(open)}` }
}

const reasonOf = ({ reason = 'no reason is known' }: Observation): string => reason
