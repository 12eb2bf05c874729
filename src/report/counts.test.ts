import { describe, expect, test } from 'vitest'
import { countRules, occurring } from './counts.ts'
import { sampleReport } from './sample-report.fixture.ts'

describe('countRules', () => {
  test('MUST failures are counted by basis, documented and observed apart from standard', () => {
    expect(countRules(sampleReport('deviating').rules)).toMatchObject({
      rules: 13,
      failures: { promised: 1, standard: 1, assumed: 0 },
      warnings: 1,
    })
  })

  test('warnings and observations are no failures', () => {
    const { byLevel, failures } = countRules(sampleReport('notRestored').rules)
    expect([byLevel.MUST.failed, byLevel.SHOULD.failed, byLevel.INFO.failed]).toEqual([0, 1, 1])
    expect(failures).toEqual({ promised: 0, standard: 0, assumed: 0 })
  })

  test('each basis has its own figure, and documented counts with observed', () => {
    const [first, ...rest] = sampleReport('conformant').rules
    if (first === undefined) throw new Error('the sample has no rule')
    for (const [basis, figure] of [
      ['documented', 'promised'],
      ['observed', 'promised'],
      ['standard', 'standard'],
      ['assumed', 'assumed'],
    ] as const) {
      const failed = { ...first, level: 'MUST', verdict: 'failed', basis } as const
      expect(countRules([failed, ...rest]).failures).toEqual({
        promised: 0,
        standard: 0,
        assumed: 0,
        [figure]: 1,
      })
    }
  })

  test('judgements are counted place by place, and only verdicts that occur are listed', () => {
    const { rules } = sampleReport('conformant')
    const counts = countRules(rules)
    expect(counts.judgements).toBe(rules.flatMap(({ observations }) => observations).length)
    expect(occurring(counts, 'INFO')).toEqual([['failed', 1]])
  })

  test('every rule is counted exactly once', () => {
    const counts = countRules(sampleReport('deviating').rules)
    const all = (['MUST', 'SHOULD', 'INFO'] as const).flatMap((level) => occurring(counts, level))
    expect(all.reduce((sum, [, number]) => sum + number, 0)).toBe(counts.rules)
  })
})
