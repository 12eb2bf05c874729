import { describe, expect, test } from 'vitest'
import type { Observation, RuleResult } from '../report/model.ts'
import { observation, sampleReport } from '../report/sample-report.fixture.ts'
import { ruleDifferences } from './rule-differences.ts'

const { target, rules } = sampleReport('conformant')
const [first] = rules
const rule = (verdict: RuleResult['verdict'], ...observations: readonly Observation[]) => {
  if (first === undefined) throw new Error('the sample has no rules')
  return { target, rules: [{ ...first, verdict, observations }] }
}
const codes = (from: Parameters<typeof ruleDifferences>[0], to: typeof from) =>
  ruleDifferences(from, to).map(({ code }) => code)

describe('ruleDifferences', () => {
  test('a rule that is new and one that is gone are told as such', () => {
    expect(codes({ target, rules: [] }, rule('passed'))).toEqual(['rule-added'])
    expect(codes(rule('passed'), { target, rules: [] })).toEqual(['rule-removed'])
  })

  test.each(['inconclusive', 'not-applicable', 'not-exercised', 'errored', 'not-run'] as const)(
    'a rule that was judged and is %s is silence, a difference of its own',
    (verdict) => {
      expect(codes(rule('passed'), rule(verdict))).toEqual(['rule-silenced'])
      expect(codes(rule('failed'), rule(verdict))).toEqual(['rule-silenced'])
      expect(codes(rule(verdict), rule('passed'))).toEqual(['rule-judged'])
    },
  )

  test('places that fell silent are told, though the rule passes elsewhere', () => {
    const [one, two] = ['one', 'two'].map((where) => observation('passed', { where }))
    if (one === undefined || two === undefined) throw new Error('two places')
    expect(ruleDifferences(rule('passed', one, two), rule('passed', one))).toMatchObject([
      {
        code: 'rule-changed',
        silenced: [{ where: 'two', from: 'passed', to: 'not asked' }],
        changed: [],
      },
    ])
  })

  test('a deviation in other words is a change, in the same words with other figures is none', () => {
    const failed = (actual: string) =>
      rule('failed', observation('failed', { findings: [{ at: '/tid', expected: 'x', actual }] }))
    expect(codes(failed('took 31 ms'), failed('took 290 ms'))).toEqual([])
    expect(codes(failed('[pid as digits, 11 characters, #00000001]'), failed('null'))).toEqual([
      'rule-changed',
    ])
  })

  test('what an earlier run left on this machine is no difference', () => {
    const met = (text: string) => rule('passed', observation('passed', { met: text }))
    const reason = 'no earlier run of this environment is known to compare with'
    const none = rule('passed', observation('not-applicable', { reason }))
    expect(codes(none, met('compared with the run of 2026-11-24'))).toEqual([])
    expect(codes(met('refused with 403'), met('refused with 401'))).toEqual(['rule-changed'])
  })
})
