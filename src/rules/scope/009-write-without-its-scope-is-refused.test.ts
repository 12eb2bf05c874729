import { describe, expect, it } from 'vitest'
import type { RefusedWrite } from '../../evidence/refusal.ts'
import { sampleExchange, sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { writeWithoutItsScopeIsRefused as rule } from './009-write-without-its-scope-is-refused.ts'

const attempt = (status: number, spraak = 'nb'): RefusedWrite => ({
  factor: 'without krr:user/spraak.write',
  twin: sampleExchange({ method: 'PATCH', status: 204 }),
  exchange: sampleExchange({ method: 'PATCH', status }),
  personal: [],
  before: sampleReading(),
  after: sampleReading({ person: { spraak } }),
})

describe(rule.id, () => {
  it.each([401, 403])('conforms: %i, and the person as before', async (status) => {
    expect(await findingsOf(rule, attempt(status))).toEqual([])
  })

  it.each([200, 204, 302, 500])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, attempt(status))).toEqual([
      { at: 'status', expected: 'a refusal, 4xx', actual: fromWire(status) },
    ])
  })

  it('deviates: refused in words, and changed all the same', async () => {
    expect(await findingsOf(rule, attempt(403, 'nn'))).toEqual([
      { at: '/spraak', expected: fromWire('nb'), actual: fromWire('nn') },
    ])
  })

  it('never goes to production', () => {
    expect(rule.intrusive).toBe(true)
  })
})
