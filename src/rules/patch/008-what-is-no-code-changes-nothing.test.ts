import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { whatIsNoCodeChangesNothing as rule } from './008-what-is-no-code-changes-nothing.ts'
import { sampleAttempt } from './sample-change.fixture.ts'

const sent = '{"spraak":null}'

describe(rule.id, () => {
  it.each([
    [400, 'refused with 400'],
    [422, 'refused with 422'],
    [204, 'accepted, and nothing stored'],
  ])('conforms: %i, and nothing changed', async (status, met) => {
    expect(await findingsOf(rule, sampleAttempt({ sent, status }))).toEqual([])
    expect(rule.met?.(sampleAttempt({ sent, status }))).toBe(met)
  })

  it('deviates: stored as null, as text, or erased', async () => {
    const at = '/spraak'
    const expected = fromWire('nb')
    for (const [spraak, actual] of [
      [null, fromWire(null)],
      ['7', fromWire('7')],
      [undefined, 'absent'],
    ]) {
      const attempt = sampleAttempt({ sent, status: 204, after: { spraak } })
      expect(await findingsOf(rule, attempt)).toEqual([{ at, expected, actual }])
    }
  })

  it('deviates: a server error', async () => {
    expect(await findingsOf(rule, sampleAttempt({ sent: '[]', status: 500 }))).toEqual([
      { at: 'status', expected: 'no server error', actual: fromWire(500) },
    ])
  })
})
