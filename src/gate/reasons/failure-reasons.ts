import { failingFindings } from '../../report/fingerprint.ts'
import type { ConformanceReport, RuleResult } from '../../report/model.ts'
import { counted } from '../../report/verdict-sentence.ts'
import type { GateInput } from '../evidence.ts'
import { matchKnown } from '../known/match.ts'
import { isNamed } from '../policy/policy.ts'
import { type Reason, reason } from '../reason.ts'

/** What failed and is not known, and entries of `known-deviations.yaml` that must be mended. */
export const failureReasons = (
  input: GateInput,
  report: ConformanceReport,
  pinned: readonly RuleResult[],
): readonly Reason[] => {
  const { policy, known, now } = input
  const failed = pinned.filter(({ verdict }) => verdict === 'failed')
  const musts = failed.filter(({ level }) => level === 'MUST')
  const others = failed.filter(
    ({ id, level }) =>
      level !== 'MUST' && (policy.block.levels.includes(level) || isNamed(id, policy.block.rules)),
  )
  const match = matchKnown(report, known, now, failingFindings(report, [...musts, ...others]))
  const uncovered = (rules: readonly RuleResult[]) => {
    const fingerprints = match.uncovered.filter(({ rule }) => rules.some(({ id }) => id === rule))
    // A failure in which nothing was seen cannot be known either.
    const silent = rules.filter(({ id }) => !isSeen(id, match))
    const ids = [...fingerprints.map(({ rule }) => rule), ...silent.map(({ id }) => id)]
    return {
      rules: rules.map(({ id }) => id).filter((id) => ids.includes(id)),
      fingerprints: fingerprints.map(({ fingerprint }) => fingerprint),
    }
  }
  const waive = `have it mended; where only others can, npm run krr -- gate waive --env ${report.target.environment}`
  const [open, blocking] = [uncovered(musts), uncovered(others)]
  return [
    ...(open.rules.length === 0
      ? []
      : [
          reason(
            'must-failed',
            'to',
            `${report.target.environment} deviates from ${counted(open.rules.length, 'MUST rule')}${seenIn(open.rules, match)}`,
            waive,
            open,
          ),
        ]),
    ...(blocking.rules.length === 0
      ? []
      : [
          reason(
            'blocking-rule-failed',
            'to',
            `${report.target.environment} deviates from ${counted(blocking.rules.length, 'rule')} that the policy lets block${seenIn(blocking.rules, match)}`,
            waive,
            blocking,
          ),
        ]),
    ...match.problems.map(({ code, sentence, change, entry }) =>
      reason(code, 'to', sentence, change, {
        rules: [entry.rule],
        fingerprints: entry.fingerprints,
      }),
    ),
  ]
}

/** The first thing that was seen of them, in words. */
const seenIn = (rules: readonly string[], { uncovered }: ReturnType<typeof matchKnown>): string => {
  const first = uncovered.find(({ rule }) => rules.includes(rule))
  if (first === undefined) return ''
  const { where, finding } = first
  return ` (${where}: ${finding.at} must be ${finding.expected}, but is ${finding.actual})`
}

const isSeen = (id: string, { covered, uncovered }: ReturnType<typeof matchKnown>): boolean =>
  [...covered.map(({ found }) => found), ...uncovered].some(({ rule }) => rule === id)
