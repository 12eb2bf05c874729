import { createHash } from 'node:crypto'
import { visibleJson } from '../../evidence/visible-text.ts'
import type { ConformanceReport, RuleResult } from '../model.ts'
import { areasWithoutPass } from '../verdict.ts'
import { verdictSentence } from '../verdict-sentence.ts'
import { type CaseKind, caseDetail, caseKind } from './case-kind.ts'

/**
 * Common Test Report Format: a test for each rule. What could not be judged is `other`; the rule's own verdict is the
 * raw status, its level a label. As in JUnit, a vital area in which nothing passed is a test of its own.
 */
export const writeCtrf = (report: ConformanceReport): string => {
  const { run, rules, target, verdict } = report
  const silent = verdict === 'inconclusive' ? areasWithoutPass(report) : []
  const tests = [...silent.map(silentArea), ...rules.map((rule) => test(rule, target))]
  const count = (status: Status) => tests.filter((own) => own.status === status).length
  const document = {
    reportFormat: 'CTRF',
    specVersion: '1.0.0',
    reportId: uuidOf(`${run.id} ${target.environment}`),
    runId: run.id,
    timestamp: run.finishedAt,
    generatedBy: `krr-conformance ${run.harnessVersion}`,
    results: {
      tool: { name: 'krr-conformance', version: run.harnessVersion },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        suites: new Set(rules.map(({ area }) => area)).size,
        start: Date.parse(run.startedAt),
        stop: Date.parse(run.finishedAt),
        duration: Math.round(run.durationMs),
        extra: { verdict, sentence: verdictSentence(report) },
      },
      tests,
      environment: {
        testEnvironment: target.environment,
        extra: { ...target, contract: report.contract.sha256, selection: run.selection },
      },
    },
  }
  return `${visibleJson(document, 2)}\n`
}

type Status = 'passed' | 'failed' | 'skipped' | 'other'

const statuses = {
  passed: 'passed',
  failure: 'failed',
  skipped: 'skipped',
  error: 'other',
} as const satisfies Record<CaseKind, Status>

const test = (rule: RuleResult, target: ConformanceReport['target']) => {
  const kind = caseKind(rule)
  return {
    testId: rule.id,
    name: `${rule.id} ${rule.title}`,
    status: statuses[kind],
    // Rules share their evidence: none has a time of its own.
    duration: 0,
    suite: ['krr', rule.area],
    rawStatus: rule.verdict,
    labels: { level: rule.level, basis: rule.basis },
    ...(rule.verdict === 'passed' ? {} : { message: rule.reason }),
    ...(rule.verdict === 'failed' ? { trace: caseDetail(rule, target) } : {}),
  }
}

const silentArea = (area: string) => ({
  testId: `krr-${area}`,
  name: `a MUST rule passed in ${area}`,
  status: 'other' as const,
  duration: 0,
  suite: ['krr'],
  rawStatus: 'inconclusive',
  message: `no MUST rule passed in ${area}`,
})

/** The same report gives the same id (RFC 9562, version 8). */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
