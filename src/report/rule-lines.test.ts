import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileText, withText } from './hostile-report.fixture.ts'
import { ruleLines } from './rule-lines.ts'
import { sampleReport } from './sample-report.fixture.ts'
import { plain } from './terminal-text.ts'

describe('ruleLines', () => {
  test('every rule is told, with the reason where it did not pass', () => {
    const report = sampleReport('deviating')
    const lines = ruleLines(report, { columns: 100, paint: plain })
    for (const { id, verdict } of report.rules)
      expect(
        lines.filter((line) => line.includes(` ${id} `) && line.includes(verdict)),
      ).toHaveLength(1)
    const at = lines.findIndex((line) => line.includes('KRR-JWS-006'))
    expect(lines[at]).toBe(
      '  not-exercised   KRR-JWS-006    the chain leads to a configured trust anchor',
    )
    expect(lines[at + 1]?.trim()).toBe('left out in 1 place: no trust anchor is configured')
  })

  test('no line is wider than the terminal, whatever text comes from outside', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 60, max: 120 }), (text, columns) => {
        for (const line of ruleLines(withText(sampleReport('deviating'), text), {
          columns,
          paint: plain,
        }).slice(2))
          expect([...line].length).toBeLessThanOrEqual(columns)
      }),
      { numRuns: 40 },
    )
  })
})
