import { describe, expect, test } from 'vitest'
import { sampleReport } from '../report/sample-report.fixture.ts'
import { causesOfRow, causesTold } from './row.ts'

describe('the causes that are told of single faults', () => {
  test('a row counts them, and says whether the first names a rule that the defect violates', () => {
    const report = sampleReport('deviating')
    expect(causesOfRow({ kind: 'defect', proves: ['KRR-JWS-003'] }, report)).toEqual({
      groups: 1,
      isFirst: true,
    })
    expect(causesOfRow({ kind: 'defect', proves: ['KRR-HTTP-005'] }, report)).toBeUndefined()
    expect(causesOfRow({ kind: 'variant', proves: ['KRR-JWS-003'] }, report)).toBeUndefined()
  })

  test('the figures are the share of the first, and the middle number of causes', () => {
    const row = (groups: number, isFirst: boolean) => ({ causes: { groups, isFirst } })
    expect(causesTold([row(1, true), row(3, false), row(1, true), {}])).toEqual({
      rows: 3,
      first: 2,
      median: 1,
    })
    expect(causesTold([{}])).toBeUndefined()
  })
})
