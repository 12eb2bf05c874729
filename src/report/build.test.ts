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

  test('a citation carries the name and address of its source', () => {
    const rule = sampleReport('conformant').rules.find(({ id }) => id === 'KRR-HTTP-002')
    expect(rule?.area).toBe('HTTP')
    expect(rule?.citations).toEqual([
      {
        source: 'RFC 9110',
        url: 'https://www.rfc-editor.org/rfc/rfc9110',
        section: '15.5.6',
        quote: 'MUST generate an Allow header field',
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
