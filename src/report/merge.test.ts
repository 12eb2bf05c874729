import { describe, expect, test } from 'vitest'
import type { RuleId } from '../rules/rule.ts'
import { buildReport } from './build.ts'
import { mergeReports } from './merge.ts'
import type { ConformanceReport } from './model.ts'
import { sampleInput, sampleReport } from './sample-report.fixture.ts'

/** A part of a run that judged these rules only. */
const shard = (id: string, own: (rule: RuleId) => boolean): ConformanceReport => {
  const input = sampleInput('conformant')
  return buildReport({
    ...input,
    run: { ...input.run, id, selection: 'partial' },
    observations: input.observations.filter(({ ruleId }) => own(ruleId)),
  })
}

const isJws = (rule: RuleId): boolean => rule.startsWith('KRR-JWS')
const named = (report: ConformanceReport, id: string): ConformanceReport => ({
  ...report,
  run: { ...report.run, id },
})

/** The same places, and nothing fails there. */
const passedAgain = (report: ConformanceReport): ConformanceReport => ({
  ...report,
  rules: report.rules.map((rule) => ({
    ...rule,
    observations: rule.observations.map((own) =>
      own.verdict === 'failed' ? { ...own, verdict: 'passed', findings: [] } : own,
    ),
  })),
})

describe('mergeReports', () => {
  test('parts that judged everything together are a full run, with the verdict of a whole one', () => {
    const [merged, ...others] = mergeReports([shard('a', isJws), shard('b', (id) => !isJws(id))])
    const whole = sampleReport('conformant')
    expect(others).toEqual([])
    expect(merged).toMatchObject({
      verdict: 'conformant',
      run: { id: 'a-merged-2', selection: 'full', requests: 248, logins: 2 },
    })
    expect(merged?.rules.map(({ verdict }) => verdict)).toEqual(
      whole.rules.map(({ verdict }) => verdict),
    )
  })

  test('parts with a rule that none of them judged stay partial', () => {
    const isAllButOne = (id: RuleId) => !isJws(id) && id !== 'KRR-HTTP-005'
    const [merged] = mergeReports([shard('a', isJws), shard('b', isAllButOne)])
    expect(merged).toMatchObject({ verdict: 'partial', run: { selection: 'partial' } })
  })

  test('a place that one of them lost is inconclusive in the whole, by name', () => {
    const lost = 'RESERVED, kontaktinformasjon, application/json'
    const part = shard('a', isJws)
    const rules = part.rules.map((rule) => {
      const [first] = rule.observations
      if (rule.id !== 'KRR-JWS-003' || first === undefined) return rule
      const own = { ...first, where: lost, verdict: 'inconclusive', reason: 'lost' } as const
      return { ...rule, observations: [...rule.observations, own] }
    })
    const [merged] = mergeReports([{ ...part, rules }, shard('b', (id) => !isJws(id))])
    const rule = merged?.rules.find(({ id }) => id === 'KRR-JWS-003')
    expect([merged?.verdict, rule?.verdict]).toEqual(['inconclusive', 'inconclusive'])
    expect(rule?.observations.find(({ where }) => where === lost)?.verdict).toBe('inconclusive')
  })

  test('other environments stay beside each other, as they were', () => {
    const reports = [sampleReport('conformant'), sampleReport('deviating')]
    expect(mergeReports(reports)).toEqual(reports)
  })

  test('each judgement still leads to its own exchange', () => {
    const [merged] = mergeReports([shard('a', isJws), shard('b', (id) => !isJws(id))])
    const ids = merged?.exchanges.map(({ id }) => id) ?? []
    expect(new Set(ids).size).toBe(ids.length)
    for (const { observations } of merged?.rules ?? [])
      for (const id of observations.flatMap(({ evidence }) => evidence)) expect(ids).toContain(id)
  })

  test('what one of them left out and another one judged is judged', () => {
    const without = buildReport({
      ...sampleInput('conformant'),
      observations: sampleInput('conformant').observations.map(({ ruleId, observation }) => ({
        ruleId,
        observation: isJws(ruleId)
          ? { ...observation, verdict: 'not-applicable', reason: 'no such person' }
          : observation,
      })),
    })
    const [merged] = mergeReports([named(without, 'a'), named(sampleReport('conformant'), 'b')])
    expect(merged?.rules.find(({ id }) => id === 'KRR-JWS-003')).toMatchObject({
      verdict: 'passed',
      reason: 'conforms in 2 places',
    })
  })

  test('two that say the opposite of the same place are refused', () => {
    const report = sampleReport('deviating')
    const [one, other] = [named(report, 'a'), named(passedAgain(report), 'b')]
    expect(() => mergeReports([one, other])).toThrow(
      expect.objectContaining({
        problems: expect.arrayContaining([
          expect.stringMatching(
            /^test cannot be merged: KRR-JWS-003 at .* passed in one and failed/,
          ),
        ]),
      }),
    )
  })

  test.each([
    [
      'the address of the API',
      { target: { ...sampleReport('known').target, apiUrl: 'https://x' } },
    ],
    ['the contract', { contract: { source: 'x', sha256: 'x' } }],
    ['the same run', {}],
  ])('two that differ in %s are refused', (what, change) => {
    const report = sampleReport('deviating')
    expect(() => mergeReports([report, { ...report, ...change }])).toThrow(
      expect.objectContaining({
        problems: expect.arrayContaining([expect.stringContaining(what)]),
      }),
    )
  })

  test('a language that one of them left changed was not put back', () => {
    const parts = [
      named(sampleReport('inconclusive'), 'a'),
      named(sampleReport('notRestored'), 'b'),
    ]
    expect(mergeReports(parts)[0]?.register.restored).toBe(false)
  })
})
