import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { clientErrorsAreNot5xx as rule } from './001-client-errors-are-not-5xx.ts'

describe(rule.id, () => {
  test.each([400, 401, 415, 204])('conforms: %i', async (status) => {
    expect(await findingsOf(rule, sampleExchange({ status }))).toEqual([])
  })

  test('conforms: 501 to a method that nothing documents', async () => {
    expect(await findingsOf(rule, sampleExchange({ method: 'POST', status: 501 }))).toEqual([])
  })

  test.each([500, 501, 599])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, sampleExchange({ status }))).toEqual([
      { at: 'status', expected: 'not 5xx', actual: fromWire(status) },
    ])
  })
})
