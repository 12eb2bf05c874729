import { describe, expect, test } from 'vitest'
import { causesOfRow, causesTold } from './row.ts'

describe('the causes that are told of single faults', () => {
  test('a row counts them, and says whether the first names a rule that the defect violates', () => {
    const causes = [['KRR-JWS-003', 'KRR-JWS-004'], ['KRR-NEG-003']] as const
    expect(causesOfRow({ kind: 'defect', proves: ['KRR-JWS-004'] }, causes)).toEqual({
      groups: 2,
      isFirst: true,
    })
    expect(causesOfRow({ kind: 'defect', proves: ['KRR-NEG-003'] }, causes)).toEqual({
      groups: 2,
      isFirst: false,
    })
    expect(causesOfRow({ kind: 'defect', proves: ['KRR-HTTP-005'] }, causes)).toBeUndefined()
    expect(causesOfRow({ kind: 'variant', proves: ['KRR-JWS-003'] }, causes)).toBeUndefined()
    expect(causesOfRow({ kind: 'defect', proves: ['KRR-JWS-003'] }, [])).toBeUndefined()
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
