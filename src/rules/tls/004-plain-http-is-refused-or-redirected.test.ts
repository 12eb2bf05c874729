import { describe, expect, test } from 'vitest'
import type { PlainHttpReading } from '../../evidence/tls-reading.ts'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { plainHttpIsRefusedOrRedirected as rule } from './004-plain-http-is-refused-or-redirected.ts'

const answered = (status: number, location?: string): PlainHttpReading => ({
  answered: true,
  exchange: sampleExchange({
    status,
    fields: location === undefined ? [] : [['Location', location]],
  }),
})

describe(rule.id, () => {
  test('conforms: nobody answers, and it says how', async () => {
    const reading = {
      answered: false,
      refusal: 'the connection is refused (ECONNREFUSED)',
    } as const
    expect(await findingsOf(rule, reading)).toEqual([])
    expect(rule.met?.(reading)).toBe('the connection is refused (ECONNREFUSED)')
  })

  test.each([
    [answered(301, 'https://krr.example/rest/v1/person'), 'redirected with 301'],
    [answered(308, 'HTTPS://krr.example/'), 'redirected with 308'],
    [answered(400), 'answered with 400'],
    [answered(403), 'answered with 403'],
    [answered(426), 'answered with 426'],
  ])('conforms: case %#', async (reading, met) => {
    expect(await findingsOf(rule, reading)).toEqual([])
    expect(rule.met?.(reading)).toBe(met)
  })

  test.each([200, 204, 304, 401, 500])('deviates: %s', async (status) => {
    expect(await findingsOf(rule, answered(status))).toEqual([
      { at: 'status', expected: '3xx to https, or a refusal', actual: fromWire(status) },
    ])
  })

  test.each(['http://krr.example/login', '/login'])('deviates: a redirect to %s', async (to) => {
    expect(await findingsOf(rule, answered(302, to))).toEqual([
      { at: 'Location', expected: 'an https address', actual: fromWire(to) },
    ])
  })

  test('deviates: a redirect to nowhere', async () => {
    expect(await findingsOf(rule, answered(307))).toEqual([
      { at: 'Location', expected: 'an https address', actual: 'absent' },
    ])
  })
})
