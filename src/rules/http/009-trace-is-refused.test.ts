import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { traceIsRefused as rule } from './009-trace-is-refused.ts'

const judge = (status: number) => findingsOf(rule, sampleExchange({ method: 'TRACE', status }))

describe(rule.id, () => {
  test.each([400, 405, 501])('conforms: %i', async (status) => {
    expect(await judge(status)).toEqual([])
  })

  test.each([200, 204, 302, 500])('deviates: %i', async (status) => {
    expect(await judge(status)).toEqual([
      { at: 'status', expected: '4xx or 501', actual: fromWire(status) },
    ])
  })
})
