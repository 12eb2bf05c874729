import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { unknownCodesAreRefused as rule } from './015-unknown-codes-are-refused.ts'
import { sampleAttempt } from './sample-change.fixture.ts'

const capital = (spraak: string) =>
  sampleAttempt({ sent: '{"spraak":"NN"}', status: 204, after: { spraak } })

describe(rule.id, () => {
  it.each([400, 422])('conforms: refused with %i', async (status) => {
    const attempt = sampleAttempt({ status })
    expect(rule.notApplicable?.(attempt)).toBeUndefined()
    expect(await findingsOf(rule, attempt)).toEqual([])
    expect(rule.met?.(attempt)).toBe(`refused with ${status}`)
  })

  it('conforms: a code of the list in capital letters is stored as the one that was meant', async () => {
    expect(await findingsOf(rule, capital('nn'))).toEqual([])
    expect(rule.met?.(capital('nn'))).toBe('accepted, and stored as nn')
  })

  it('deviates: accepted and nothing stored, or stored as it is', async () => {
    const findings = [{ at: 'status', expected: 'a refusal, 4xx', actual: fromWire(204) }]
    expect(await findingsOf(rule, sampleAttempt({ status: 204 }))).toEqual(findings)
    expect(await findingsOf(rule, capital('nb'))).toEqual(findings)
    expect(await findingsOf(rule, capital('NN'))).toEqual(findings)
  })

  it.each([302, 500])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, sampleAttempt({ status }))).toEqual([
      { at: 'status', expected: 'a refusal, 4xx', actual: fromWire(status) },
    ])
  })

  it('does not apply where no code was sent', () => {
    expect(rule.notApplicable?.(sampleAttempt({ sent: '{"spraak":7}' }))).toBe(
      'no code was sent as spraak',
    )
  })
})
