import { expect, test } from 'vitest'
import { sampleReport } from './sample-report.fixture.ts'
import { alarmSentences, setAsideSentences } from './verdict-sentence.ts'

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

test('where the harness broke in many rules, ten of them are named', () => {
  const report = sampleReport('conformant')
  const breaking = (count: number) => {
    const rules = Array.from({ length: count }, (_, at) => ({
      ...report.rules[0],
      id: `KRR-BODY-${String(at + 1).padStart(3, '0')}`,
      observations: [{ where: 'MAIN', verdict: 'errored', findings: [], evidence: [] }],
    })) as unknown as typeof report.rules
    return alarmSentences({ ...report, rules })
  }
  const ten = Array.from(
    { length: 10 },
    (_, at) => `KRR-BODY-${String(at + 1).padStart(3, '0')}`,
  ).join(', ')
  expect(breaking(0)).toEqual([])
  expect(breaking(10)).toEqual([`The harness itself broke in ${ten}.`])
  expect(breaking(12)).toEqual([`The harness itself broke in ${ten} and 2 more.`])
})
