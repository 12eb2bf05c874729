import { describe, expect, test } from 'vitest'
import type { RuleId } from '../rules/rule.ts'
import { buildReport } from './build.ts'
import { causesOf } from './causes.ts'
import type { ConformanceReport, RecordedExchange } from './model.ts'
import { observation, sampleInput } from './sample-report.fixture.ts'

interface Failure {
  readonly id: RuleId
  readonly at: string
  readonly evidence: readonly string[]
}

/** A report in which these rules failed, each on its exchanges; `answers` has their method and status. */
const reportOf = (
  failures: readonly Failure[],
  answers: Readonly<Record<string, readonly [method: string, status: number]>> = {},
): ConformanceReport => {
  const input = sampleInput('conformant')
  const [header] = input.rules
  const report = buildReport({
    ...input,
    rules: failures.flatMap(({ id }) =>
      header === undefined ? [] : [{ ...header, id, level: 'MUST' as const }],
    ),
    observations: failures.map(({ id, at, evidence }) => ({
      ruleId: id,
      observation: observation('failed', {
        findings: [{ at, expected: 'a', actual: 'b' }],
        evidence,
      }),
    })),
  })
  const [sample] = report.exchanges
  const exchanges = Object.entries(answers).flatMap(([id, [method, status]]): RecordedExchange[] =>
    sample === undefined
      ? []
      : [
          {
            ...sample,
            id,
            request: { ...sample.request, method },
            response: { ...sample.response, status },
          },
        ],
  )
  return { ...report, exchanges }
}

const idsOf = (report: ConformanceReport) =>
  causesOf(report).map(({ lead, followers }) => [lead, ...followers].map(({ id }) => id))

const reading = { 'x-1': ['GET', 200], 'x-2': ['GET', 200] } as const

describe('the causes of failed MUST rules', () => {
  test('tokens that prove nothing and are accepted are one check that is not made', () => {
    const report = reportOf(
      [
        { id: 'KRR-AUTH-005', at: 'status', evidence: ['x-1'] },
        { id: 'KRR-AUTH-007', at: 'status', evidence: ['x-2'] },
      ],
      reading,
    )
    expect(idsOf(report)).toEqual([['KRR-AUTH-005', 'KRR-AUTH-007']])
  })

  test('the same member is one cause, led by the rule that says what it is', () => {
    const report = reportOf(
      [
        { id: 'KRR-BODY-001', at: '/spraak', evidence: ['x-1'] },
        { id: 'KRR-BODY-005', at: '/spraak', evidence: ['x-2'] },
      ],
      reading,
    )
    expect(idsOf(report)).toEqual([['KRR-BODY-005', 'KRR-BODY-001']])
  })

  test('two members of one ordinary reading are two faults', () => {
    const report = reportOf(
      [
        { id: 'KRR-BODY-005', at: '/spraak', evidence: ['x-1'] },
        { id: 'KRR-BODY-003', at: '/personidentifikator', evidence: ['x-1'] },
      ],
      reading,
    )
    expect(idsOf(report)).toEqual([['KRR-BODY-005'], ['KRR-BODY-003']])
  })

  test('a member beside another one that begins alike is another one', () => {
    const report = reportOf([
      { id: 'KRR-BODY-005', at: '/spraak', evidence: ['x-1'] },
      { id: 'KRR-BODY-006', at: '/spraak_oppdatert', evidence: ['x-2'] },
    ])
    expect(idsOf(report)).toHaveLength(2)
  })

  test('what failed on the same write or refusal is one cause, the general rule behind', () => {
    const failures: readonly Failure[] = [
      { id: 'KRR-ERR-001', at: 'status', evidence: ['x-1'] },
      { id: 'KRR-PATCH-007', at: '/spraak', evidence: ['x-1'] },
    ]
    expect(idsOf(reportOf(failures, { 'x-1': ['PATCH', 500] }))).toEqual([
      ['KRR-PATCH-007', 'KRR-ERR-001'],
    ])
  })

  test('whose access it is comes before form', () => {
    const report = reportOf([
      { id: 'KRR-SPEC-002', at: '/paths', evidence: ['x-3'] },
      { id: 'KRR-SCOPE-003', at: '/kontaktinformasjon', evidence: ['x-1'] },
    ])
    expect(idsOf(report)).toEqual([['KRR-SCOPE-003'], ['KRR-SPEC-002']])
  })

  test('no failed rule is left out, and none is told twice', () => {
    const failures = ['KRR-BODY-001', 'KRR-JWS-003', 'KRR-JWS-004', 'KRR-PATCH-014'] as const
    const report = reportOf(
      failures.map((id) => ({ id, at: 'content', evidence: ['x-1'] })),
      reading,
    )
    expect(idsOf(report).flat().toSorted()).toEqual([...failures])
  })
})
