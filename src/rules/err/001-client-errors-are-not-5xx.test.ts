import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { clientErrorsAreNot5xx as rule } from './001-client-errors-are-not-5xx.ts'

describe(rule.id, () => {
  test.each([400, 401, 415, 204])('conforms: %i', async (status) => {
    expect(await findingsOf(rule, sampleExchange({ status }))).toEqual([])
  })

  test.each(['POST', 'GETS', 'XGET'])(
    'conforms: 501 to %s, which nothing documents',
    async (method) => {
      expect(await findingsOf(rule, sampleExchange({ method, status: 501 }))).toEqual([])
    },
  )

  test('deviates: 500 to a method that nothing documents', async () => {
    expect(await findingsOf(rule, sampleExchange({ method: 'POST', status: 500 }))).toEqual([
      { at: 'status', expected: 'not 5xx', actual: fromWire(500) },
    ])
  })

  test.each([500, 501, 599])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, sampleExchange({ status }))).toEqual([
      { at: 'status', expected: 'not 5xx', actual: fromWire(status) },
    ])
  })
})
