import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { noCookieIsSet as rule } from './007-no-cookie-is-set.ts'

describe(rule.id, () => {
  test('conforms: no cookie', async () => {
    expect(await findingsOf(rule, sampleExchange())).toEqual([])
  })

  test('deviates: cookies, told by their names', async () => {
    const fields = [
      ['Set-Cookie', 'JSESSIONID=secret; HttpOnly'],
      ['set-cookie', 'flag ; Path=/'],
    ] as const
    expect(await findingsOf(rule, sampleExchange({ fields }))).toEqual([
      { at: 'Set-Cookie', expected: 'absent', actual: fromWire('JSESSIONID') },
      { at: 'Set-Cookie', expected: 'absent', actual: fromWire('flag') },
    ])
  })

  test('deviates: a cookie with a refusal', async () => {
    const fields = [['Set-Cookie', 'JSESSIONID=secret']] as const
    expect(await findingsOf(rule, sampleExchange({ status: 401, fields }))).toHaveLength(1)
  })
})
