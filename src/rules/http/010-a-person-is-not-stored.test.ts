import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { aPersonIsNotStored as rule } from './010-a-person-is-not-stored.ts'

const judge = (value?: string) =>
  findingsOf(
    rule,
    sampleExchange({ fields: value === undefined ? [] : [['Cache-Control', value]] }),
  )
const at = 'Cache-Control'

describe(rule.id, () => {
  test.each(['no-store', 'no-cache, No-Store, max-age=0'])('conforms: %s', async (value) => {
    expect(await judge(value)).toEqual([])
  })

  test('deviates: absent, or another directive', async () => {
    expect(await judge()).toEqual([{ at, expected: 'no-store', actual: 'absent' }])
    expect(await judge('private, no-cache')).toEqual([
      { at, expected: 'no-store', actual: fromWire('private, no-cache') },
    ])
  })

  test('not applicable: no person came', () => {
    expect(rule.notApplicable?.(sampleExchange({ status: 401 }))).toBe(
      'the response holds no person',
    )
  })
})
