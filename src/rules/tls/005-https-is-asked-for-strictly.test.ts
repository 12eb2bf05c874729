import { describe, expect, test } from 'vitest'
import type { FieldLine } from '../../evidence/exchange.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { httpsIsAskedForStrictly as rule } from './005-https-is-asked-for-strictly.ts'

const at = 'Strict-Transport-Security'
const saying = (...policies: readonly string[]) =>
  sampleExchange({ fields: policies.map((policy): FieldLine => [at.toLowerCase(), policy]) })

describe(rule.id, () => {
  test.each(['max-age=31536000', 'includeSubDomains; Max-Age = "10" ; preload'])(
    'conforms: %s',
    async (policy) => {
      expect(await findingsOf(rule, saying(policy))).toEqual([])
    },
  )

  test('deviates: absent', async () => {
    expect(await findingsOf(rule, saying())).toEqual([
      { at, expected: 'present', actual: 'absent' },
    ])
  })

  test.each(['max-age=0', 'includeSubDomains', 'max-age=ever', 'x-max-age=1', 'max-age=1 day', ''])(
    'deviates: "%s", whatever comes after it',
    async (policy) => {
      expect(await findingsOf(rule, saying(policy, 'max-age=1'))).toEqual([
        { at, expected: 'max-age above 0', actual: fromWire(policy) },
      ])
    },
  )

  test('does not apply to plain http', () => {
    const exchange = sampleExchange()
    const plain = { ...exchange, request: { ...exchange.request, url: 'http://127.0.0.1:1/' } }
    expect(rule.notApplicable?.(exchange)).toBeUndefined()
    expect(rule.notApplicable?.(plain)).toBe('plain http on loopback')
  })
})
