import { fingerprintOf } from '../fingerprint.ts'
import type { ConformanceReport, RuleResult } from '../model.ts'

/** What a rule is to a program that knows test cases. */
export type CaseKind = 'passed' | 'failure' | 'error' | 'skipped'

/**
 * A failed MUST is a failure; what could not be judged is an error; what was left out or does not apply is skipped.
 * SHOULD and INFO rules never fail a case.
 */
export const caseKind = ({ level, verdict }: Pick<RuleResult, 'level' | 'verdict'>): CaseKind => {
  switch (verdict) {
    case 'passed':
      return 'passed'
    case 'failed':
      return level === 'MUST' ? 'failure' : 'passed'
    case 'errored':
      return 'error'
    case 'inconclusive':
    case 'not-run':
      return level === 'MUST' ? 'error' : 'skipped'
    case 'not-applicable':
    case 'not-exercised':
      return 'skipped'
    default:
      return verdict satisfies never
  }
}

/** All that a rule deviates in, each by its name and fingerprint, or why it was not judged, in lines. */
export const caseDetail = (
  { id, level, reason, observations }: RuleResult,
  target: ConformanceReport['target'],
): string =>
  [
    `${level}: ${reason}`,
    ...observations.flatMap(({ where, name, findings }) =>
      findings.map((finding) =>
        [
          where,
          `  at       ${finding.at}`,
          `  expected ${finding.expected}`,
          `  received ${finding.actual}`,
          `  finding  ${[name, fingerprintOf(id, where, finding, target)].filter((own) => own !== undefined).join(' ')}`,
        ].join('\n'),
      ),
    ),
  ].join('\n')
