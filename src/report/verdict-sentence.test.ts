import { describe, expect, test } from 'vitest'
import { verdictLines } from './console.ts'
import { reportExitCode } from './exit-code.ts'
import type { ConformanceReport } from './model.ts'
import { sampleReport } from './sample-report.fixture.ts'
import { plain } from './terminal-text.ts'
import {
  alarmSentences,
  setAsideSentences,
  verdictSentence,
  verdictWords,
} from './verdict-sentence.ts'
import { formats } from './writers/index.ts'

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

describe('a headline that agrees with the exit code', () => {
  const gone: ConformanceReport = {
    ...sampleReport('conformant'),
    known: { covered: [], problems: ['known-deviations.yaml:2: KRR-JWS-003 is no longer seen'] },
  }

  test('conformant with a known deviation that is gone exits 1, and every form says so', () => {
    expect(reportExitCode(gone)).toBe(1)
    expect(verdictWords(gone)).toBe(
      'conformant, but known-deviations.yaml lists what is gone (exit 1)',
    )
    expect(verdictSentence(gone)).toContain('but known-deviations.yaml lists what is gone.')
    const [, headline] = verdictLines([{ report: gone, directory: 'reports/x' }], {
      columns: 100,
      paint: plain,
    })
    expect(headline).toBe('CONFORMANT, but known-deviations.yaml lists what is gone (exit 1)')
    for (const name of ['html', 'markdown', 'badge'] as const)
      expect(formats[name].write(gone)).toContain('lists what is gone (exit 1)')
  })

  test('without one it is the verdict alone, and what could not be judged does not hide an expired entry', () => {
    expect(verdictWords(sampleReport('conformant'))).toBe('conformant')
    const open = { ...sampleReport('inconclusive'), known: gone.known }
    expect(reportExitCode(open as ConformanceReport)).toBe(1)
    expect(verdictWords(open as ConformanceReport)).toContain('(exit 1)')
  })

  test('of an interrupted run it says so, and exits 3 where nothing is known to be wrong', () => {
    const { run, ...report } = sampleReport('partial')
    const rules = report.rules.map((rule) => ({ ...rule, observations: [] }))
    const of = { ...report, rules, run: { ...run, interrupted: true as const } }
    expect(verdictWords(of)).toBe('partial, interrupted')
    expect(verdictSentence(of)).toContain('in part, for the run was interrupted')
  })
})
