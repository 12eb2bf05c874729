import { describe, expect, test } from 'vitest'
import type { FieldLine } from '../../evidence/exchange.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { noArbitraryOriginIsLetIn as rule } from './006-no-arbitrary-origin-is-let-in.ts'

const origin = 'https://example.com'
const judge = (...fields: readonly FieldLine[]) =>
  findingsOf(rule, { origin, exchange: sampleExchange({ fields }) })
const allowOrigin = 'Access-Control-Allow-Origin'
const allowCredentials = 'Access-Control-Allow-Credentials'

describe(rule.id, () => {
  test('conforms: no CORS, or one origin that is always the same', async () => {
    expect(await judge()).toEqual([])
    const fixed = [allowOrigin, 'https://minprofil.kontaktregisteret.no'] as const
    expect(await judge(fixed, [allowCredentials, 'true'])).toEqual([])
  })

  test.each([
    [origin, 'not what Origin says'],
    ['*', 'not "*"'],
    ['null', 'not "null"'],
  ])('deviates: %s', async (allowed, expected) => {
    expect(await judge([allowOrigin, allowed])).toEqual([
      { at: allowOrigin, expected, actual: fromWire(allowed) },
    ])
  })

  test('deviates: with credentials as well', async () => {
    expect(await judge([allowOrigin, ` ${origin} `], [allowCredentials, ' true '])).toEqual([
      { at: allowOrigin, expected: 'not what Origin says', actual: fromWire(origin) },
      { at: allowCredentials, expected: 'absent', actual: fromWire('true') },
    ])
  })
})
