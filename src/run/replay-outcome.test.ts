import { describe, expect, test } from 'vitest'
import type { Observation } from '../report/model.ts'
import { observation, sampleReport } from '../report/sample-report.fixture.ts'
import { rules } from '../rules/index.ts'
import { type RuleHeader, type RuleId, type Unmet, unmet } from '../rules/rule.ts'
import { replayOutcome } from './replay-outcome.ts'

const report = sampleReport('conformant')
const seen = (...observations: readonly Observation[]) => {
  const [rule, ...others] = report.rules.map((own) => ({ ...own, observations: [] }))
  return replayOutcome({ ...report, rules: rule ? [{ ...rule, observations }, ...others] : [] })
}
const finding = { at: 'status', expected: '401', actual: '200' }

test('what was judged there without a finding is fixed', () => {
  expect(seen(observation('passed'))).toEqual({ kind: 'fixed' })
})

test('a finding is still deviating, with what is received now', () => {
  expect(seen(observation('passed'), observation('failed', { findings: [finding] }))).toEqual({
    kind: 'still deviating',
    findings: [finding],
  })
})

test.each(['inconclusive', 'not-applicable', 'not-exercised'] as const)(
  '%s is never fixed, not even beside what passed',
  (verdict) => {
    expect(seen(observation('passed'), observation(verdict, { reason: 'why' }))).toEqual({
      kind: 'cannot tell',
      reason: `${verdict}: why`,
    })
  },
)

test('what nothing judged is never fixed', () => {
  expect(seen()).toMatchObject({ kind: 'cannot tell' })
})

test('a fault of the harness is its own', () => {
  expect(seen(observation('errored', { reason: 'TypeError' }))).toEqual({
    kind: 'broken',
    reason: 'TypeError',
  })
})

describe('what does not apply any more', () => {
  const outcomeOf = (id: RuleId, why: string | Unmet, evidence: readonly string[] = ['x-001']) => {
    const rule = report.rules[0]
    const told = typeof why === 'string' ? { reason: why } : { reason: why.text, unmet: why.code }
    const own = observation('not-applicable', { ...told, evidence })
    return replayOutcome({
      ...report,
      rules: rule === undefined ? [] : [{ ...rule, id, observations: [own] }],
    })
  }
  const noTimes = unmet('no-times-in-payload')

  test('is fixed where the rule says that what could deviate is gone, with that condition', () => {
    expect(outcomeOf('KRR-JWS-010', noTimes)).toEqual({ kind: 'fixed', reason: noTimes.text })
    for (const [id, why] of [
      ['KRR-JWS-009', noTimes],
      ['KRR-JWS-010', noTimes.text],
      ['KRR-JWS-010', unmet('is-not-stored')],
    ] as const)
      expect(outcomeOf(id, why)).toMatchObject({ kind: 'cannot tell' })
  })

  test('is never fixed where nothing was answered', () => {
    expect(outcomeOf('KRR-JWS-010', noTimes, [])).toMatchObject({ kind: 'cannot tell' })
  })

  test('is declared by these rules, for these conditions, and by no other', () => {
    const declared = rules.flatMap((rule: RuleHeader) =>
      (rule.fixedWhen ?? []).map((code) => `${rule.id} ${unmet(code).text}`),
    )
    expect(declared).toMatchInlineSnapshot(`
      [
        "KRR-SCOPE-004 varslingsstatus is KAN_IKKE_VARSLES, which may filter them",
        "KRR-BODY-009 reservasjon is not NEI",
        "KRR-BODY-010 there is no varslingsstatus",
        "KRR-BODY-014 there is no value that has a time",
        "KRR-BODY-017 there is neither sertifikat nor digital_post",
        "KRR-BODY-024 varslingsstatus is not KAN_VARSLES",
        "KRR-NEG-007 no cache may store the response: no-store",
        "KRR-JWS-010 the payload has no iat, nbf or exp",
      ]
    `)
  })
})
