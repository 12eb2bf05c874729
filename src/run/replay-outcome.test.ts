import { expect, test } from 'vitest'
import type { Observation } from '../report/model.ts'
import { observation, sampleReport } from '../report/sample-report.fixture.ts'
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
