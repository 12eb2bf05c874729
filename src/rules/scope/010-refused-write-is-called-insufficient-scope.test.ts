import { describe, expect, it } from 'vitest'
import type { FieldLine } from '../../evidence/exchange.ts'
import type { Refusal } from '../../evidence/refusal.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { refusedWriteIsCalledInsufficientScope as rule } from './010-refused-write-is-called-insufficient-scope.ts'

const expected = 'a Bearer challenge with error="insufficient_scope"'
const attempt = (status: number, challenge?: string): Refusal => {
  const fields: readonly FieldLine[] =
    challenge === undefined ? [] : [['www-authenticate', challenge]]
  return {
    factor: 'without krr:user/spraak.write',
    twin: sampleExchange({ method: 'PATCH', status: 204 }),
    exchange: sampleExchange({ method: 'PATCH', status, fields }),
    personal: [],
  }
}

describe(rule.id, () => {
  it.each([
    'Bearer error="insufficient_scope"',
    'Bearer realm="krr", error="insufficient_scope", scope="krr:user/spraak.write"',
    'bearer error=insufficient_scope',
    'Bearer error \t= \t"insufficient_scope" \t, realm="krr"',
  ])('conforms: 403, %s', async (challenge) => {
    expect(rule.notApplicable?.(attempt(403, challenge))).toBeUndefined()
    expect(await findingsOf(rule, attempt(403, challenge))).toEqual([])
  })

  it('deviates: another status', async () => {
    expect(await findingsOf(rule, attempt(401, 'Bearer error="insufficient_scope"'))).toEqual([
      { at: 'status', expected: '403', actual: fromWire(401) },
    ])
  })

  it.each([
    'Bearer',
    'Bearer error="invalid_token", error_description="insufficient_scope"',
    'Bearer error="insufficient_scope_or_so"',
    'Basic error="insufficient_scope"',
  ])('deviates: %s', async (challenge) => {
    expect(await findingsOf(rule, attempt(403, challenge))).toEqual([
      { at: 'WWW-Authenticate', expected, actual: fromWire(challenge) },
    ])
  })

  it('deviates: no challenge at all', async () => {
    expect(await findingsOf(rule, attempt(403))).toEqual([
      { at: 'WWW-Authenticate', expected, actual: 'absent' },
    ])
  })

  it.each([204, 500])('does not apply to %i, which refuses nothing', (status) => {
    expect(rule.notApplicable?.(attempt(status))).toContain('KRR-SCOPE-009')
  })
})
