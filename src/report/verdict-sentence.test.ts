import { expect, test } from 'vitest'
import { sampleReport } from './sample-report.fixture.ts'
import { setAsideSentences } from './verdict-sentence.ts'

const reasonsFor = (...reasons: readonly string[]): string => {
  const report = sampleReport('conformant')
  const rules = report.rules.map((rule) =>
    rule.id === 'KRR-SPEC-001'
      ? {
          ...rule,
          observations: reasons.map((reason, at) => ({
            where: `place ${at}`,
            verdict: 'not-applicable' as const,
            reason,
            findings: [],
            evidence: [],
          })),
        }
      : rule,
  )
  const [sentence] = setAsideSentences({ ...report, rules }).filter((own) => own.includes('SPEC'))
  return sentence ?? ''
}

const unset = (key: string): string => `no test user in this state: ${key} is not set`

test('reasons that say the same of several keys are told by the first and their number', () => {
  expect(reasonsFor('nobody is reserved', unset('A'), unset('B'), unset('C'))).toBe(
    '1 MUST rule not applicable (nobody is reserved | no test user in this state: A is not set, and 2 more like ' +
      'it): KRR-SPEC-001.',
  )
})

test('two that are alike are both told', () => {
  expect(reasonsFor(unset('A'), unset('B'))).toBe(
    `1 MUST rule not applicable (${unset('A')} | ${unset('B')}): KRR-SPEC-001.`,
  )
})
