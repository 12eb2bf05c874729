import { describe, expect, it } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { noKrrScopeIsRefused as rule } from './012-no-krr-scope-is-refused.ts'

describe(rule.id, () => {
  it.each([401, 403])('conforms: %i', async (status) => {
    expect(await findingsOf(rule, sampleExchange({ status }))).toEqual([])
    expect(rule.met?.(sampleExchange({ status }))).toBe(`refused with ${status}`)
  })

  it.each([200, 204, 302, 404, 500])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, sampleExchange({ status }))).toEqual([
      { at: 'status', expected: '401 or 403', actual: fromWire(status) },
    ])
    expect(rule.met?.(sampleExchange({ status }))).toBeUndefined()
  })
})
