import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { whatIsNoJsonIsRefused as rule } from './009-what-is-no-json-is-refused.ts'
import { sampleAttempt } from './sample-change.fixture.ts'

const sent = '{"spraak":"nn"'

describe(rule.id, () => {
  it.each([400, 415, 422])('conforms: %i', async (status) => {
    expect(await findingsOf(rule, sampleAttempt({ sent, status }))).toEqual([])
    expect(rule.met?.(sampleAttempt({ sent, status }))).toBe(`refused with ${status}`)
  })

  it.each([200, 204, 302, 500])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, sampleAttempt({ sent, status }))).toEqual([
      { at: 'status', expected: '4xx', actual: fromWire(status) },
    ])
    expect(rule.met?.(sampleAttempt({ sent, status }))).toBeUndefined()
  })

  it('deviates: refused, and changed all the same', async () => {
    const attempt = sampleAttempt({ sent, after: { spraak: 'nn', spraak_oppdatert: undefined } })
    expect(await findingsOf(rule, attempt)).toEqual([
      { at: '/spraak', expected: fromWire('nb'), actual: fromWire('nn') },
      {
        at: '/spraak_oppdatert',
        expected: fromWire('2018-06-29T10:14:52+02'),
        actual: 'absent',
      },
    ])
  })
})
