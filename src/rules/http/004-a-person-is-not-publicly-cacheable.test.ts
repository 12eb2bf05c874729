import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { aPersonIsNotPubliclyCacheable as rule } from './004-a-person-is-not-publicly-cacheable.ts'

const person = (value?: string) =>
  sampleExchange({ fields: value === undefined ? [] : [['Cache-Control', value]] })

describe(rule.id, () => {
  test.each([undefined, 'no-store', 'private, max-age=60', 'no-cache, must-revalidate'])(
    'conforms: %s',
    async (value) => {
      expect(await findingsOf(rule, person(value))).toEqual([])
    },
  )

  test.each(['public', 'no-store, Public', 'max-age=0, s-maxage=60'])(
    'deviates: %s',
    async (value) => {
      expect(await findingsOf(rule, person(value))).toEqual([
        {
          at: 'Cache-Control',
          expected: 'neither public nor s-maxage',
          actual: fromWire(value),
        },
      ])
    },
  )

  test('not applicable: no person came', () => {
    expect(rule.notApplicable?.(sampleExchange({ status: 403 }))).toBe(
      'the response holds no person',
    )
    expect(rule.notApplicable?.(person())).toBeUndefined()
  })
})
