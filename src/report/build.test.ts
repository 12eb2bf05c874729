import { describe, expect, test } from 'vitest'
import { buildReport, UncataloguedRuleError } from './build.ts'
import { observation, sampleInput, sampleReport } from './sample-report.fixture.ts'
import { sampleRules } from './sample-rules.fixture.ts'

describe('buildReport', () => {
  test('every rule of the catalogue is reported once, in catalogue order', () => {
    const { rules } = buildReport({ ...sampleInput('conformant'), observations: [] })
    expect(rules.map(({ id }) => id)).toEqual(sampleRules.map(({ id }) => id))
  })

  test('a rule that nothing judged is not-run, in a partial run not-exercised', () => {
    const full = buildReport({ ...sampleInput('conformant'), observations: [] })
    expect(full.rules.map(({ verdict }) => verdict)).toEqual(sampleRules.map(() => 'not-run'))
    expect(full.verdict).toBe('inconclusive')
    const partial = buildReport({ ...sampleInput('partial'), observations: [] })
    expect(partial.rules[0]).toMatchObject({
      verdict: 'not-exercised',
      reason: 'not selected: partial run',
    })
  })

  test('a judgement of a rule outside the catalogue is refused, not lost', () => {
    const input = sampleInput('conformant')
    const observations = [{ ruleId: 'KRR-BODY-999', observation: observation('failed') }] as const
    expect(() => buildReport({ ...input, observations })).toThrowError(UncataloguedRuleError)
  })

  test('a MUST rule that was judged as a warning is reported as one, and does not make an environment deviate', () => {
    const input = sampleInput('conformant')
    const [rule] = input.rules.filter(({ level }) => level === 'MUST')
    if (rule === undefined) throw new Error('the sample has no MUST rule')
    const others = input.observations.filter(({ ruleId }) => ruleId !== rule.id)
    const judgedAt = (level?: 'SHOULD') => ({
      ruleId: rule.id,
      observation: { ...observation('failed'), ...(level === undefined ? {} : { level }) },
    })
    const levelIn = (...own: readonly ReturnType<typeof judgedAt>[]) => {
      const report = buildReport({ ...input, observations: [...others, ...own] })
      return report.rules.find(({ id }) => id === rule.id)?.level
    }
    expect(levelIn(judgedAt('SHOULD'))).toBe('SHOULD')
    expect(levelIn(judgedAt('SHOULD'), judgedAt())).toBe('MUST')
    const passed = { ruleId: rule.id, observation: observation('passed') }
    expect(levelIn(judgedAt('SHOULD'), passed)).toBe('SHOULD')
    const report = buildReport({ ...input, observations: [...others, judgedAt('SHOULD')] })
    expect(report.verdict).not.toBe('deviating')
  })

  test('a citation carries the name and address of its source', () => {
    const rule = sampleReport('conformant').rules.find(({ id }) => id === 'KRR-HTTP-002')
    expect(rule?.area).toBe('HTTP')
    expect(rule?.citations).toEqual([
      {
        source: 'RFC 9110',
        url: 'https://www.rfc-editor.org/rfc/rfc9110',
        section: '15.5.6',
        quote:
          "The origin server MUST generate an Allow header field in a 405 response containing a list of the target resource's currently supported methods.",
      },
    ])
  })

  test('exchanges are ordered by number, not by text', () => {
    const input = sampleInput('conformant')
    const [exchange] = input.exchanges
    if (exchange === undefined) throw new Error('the sample has no exchange')
    const shuffled = ['x-1000', 'x-999', 'x-002'].map((id) => ({ ...exchange, id }))
    const { exchanges } = buildReport({ ...input, exchanges: shuffled })
    expect(exchanges.map(({ id }) => id)).toEqual(['x-002', 'x-999', 'x-1000'])
  })
})
