import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { a405CarriesAllow as rule } from './002-a-405-carries-allow.ts'

const refused = (...allow: readonly string[]) =>
  sampleExchange({
    method: 'POST',
    status: 405,
    fields: allow.map((value) => ['allow', value] as const),
  })

describe(rule.id, () => {
  test.each([['GET, PATCH'], ['']])('conforms: Allow: %s', async (allow) => {
    expect(await findingsOf(rule, refused(allow))).toEqual([])
  })

  test('deviates: no Allow', async () => {
    expect(await findingsOf(rule, refused())).toEqual([
      { at: 'Allow', expected: 'the methods supported', actual: 'absent' },
    ])
  })

  test('deviates: the method that was refused is among those allowed', async () => {
    expect(await findingsOf(rule, refused('GET', 'POST'))).toEqual([
      { at: 'Allow', expected: 'a list without POST', actual: fromWire('GET, POST') },
    ])
  })

  test('not applicable: another status', async () => {
    const other = sampleExchange({ method: 'POST', status: 404 })
    expect(rule.notApplicable?.(other)).toBe('the response is no 405')
    expect(await findingsOf(rule, other)).toEqual([])
    expect(rule.notApplicable?.(refused())).toBeUndefined()
  })
})
