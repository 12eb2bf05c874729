import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { jsonWhenAskedForJson as rule } from './001-json-when-asked-for-json.ts'

const judge = (type: string) =>
  findingsOf(rule, sampleExchange({ fields: [['Content-Type', type]], content: '{}' }))
const expected = 'application/json (charset, if any, utf-8)'

describe(rule.id, () => {
  test.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json;charset="utf-8"',
  ])('conforms: %s', async (type) => {
    expect(await judge(type)).toEqual([])
  })

  test.each(['application/jose', 'text/plain', 'application/json;charset=ISO-8859-1'])(
    'deviates: %s',
    async (type) => {
      expect(await judge(type)).toEqual([{ at: 'Content-Type', expected, actual: fromWire(type) }])
    },
  )

  test('deviates: no Content-Type; no success', async () => {
    expect(await findingsOf(rule, sampleExchange())).toEqual([
      { at: 'Content-Type', expected, actual: 'absent' },
    ])
    expect(await findingsOf(rule, sampleExchange({ status: 406 }))).toEqual([
      { at: 'status', expected: '200', actual: fromWire(406) },
    ])
  })
})
