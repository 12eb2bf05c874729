import { createHash } from 'node:crypto'
import { visibleJson } from '../../evidence/visible-text.ts'
import type { ConformanceReport, RuleResult } from '../model.ts'
import { writeJson } from './json.ts'

/**
 * An in-toto statement (v1) with a test result (predicate v0.1). Its subject is report.json, for a running environment
 * has no digest; the contract is its configuration. Unsigned by itself: the folder's manifest is what is signed.
 */
export const writeInToto = (report: ConformanceReport): string => {
  const { rules, verdict, contract, target, run } = report
  const named = (own: (rule: RuleResult) => boolean) => rules.filter(own).map(({ id }) => id)
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      {
        name: 'report.json',
        digest: { sha256: createHash('sha256').update(writeJson(report)).digest('hex') },
      },
    ],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: verdict === 'conformant' ? conformantResult(rules) : 'FAILED',
      configuration: [
        {
          name: contract.source,
          digest: { sha256: contract.sha256 },
          annotations: { environment: target.environment, run: run.id, verdict },
        },
      ],
      passedTests: named((rule) => rule.verdict === 'passed'),
      warnedTests: named((rule) => rule.verdict !== 'passed' && !isFailed(rule)),
      failedTests: named(isFailed),
    },
  }
  return `${visibleJson(statement, 2)}\n`
}

/** What is no plain pass is a warning here: the predicate has no other word for it. */
const isFailed = ({ level, verdict }: RuleResult): boolean =>
  level === 'MUST' && (verdict === 'failed' || verdict === 'errored')

const conformantResult = (rules: readonly RuleResult[]): 'PASSED' | 'WARNED' =>
  rules.every(({ verdict }) => verdict === 'passed') ? 'PASSED' : 'WARNED'
