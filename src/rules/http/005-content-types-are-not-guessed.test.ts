import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { contentTypesAreNotGuessed as rule } from './005-content-types-are-not-guessed.ts'

const judge = (value?: string) =>
  findingsOf(
    rule,
    sampleExchange({ fields: value === undefined ? [] : [['x-content-type-options', value]] }),
  )
const at = 'X-Content-Type-Options'

describe(rule.id, () => {
  test.each(['nosniff', 'NoSniff', 'nosniff , nosniff'])('conforms: %s', async (value) => {
    expect(await judge(value)).toEqual([])
  })

  test('deviates: absent, or another value', async () => {
    expect(await judge()).toEqual([{ at, expected: 'nosniff', actual: 'absent' }])
    expect(await judge('no-sniff')).toEqual([
      { at, expected: 'nosniff', actual: fromWire('no-sniff') },
    ])
  })

  test('not applicable: no person came', () => {
    expect(rule.notApplicable?.(sampleExchange({ status: 401 }))).toBe(
      'the response holds no person',
    )
  })
})
