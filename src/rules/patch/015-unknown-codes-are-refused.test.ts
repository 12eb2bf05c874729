import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { unknownCodesAreRefused as rule } from './015-unknown-codes-are-refused.ts'
import { sampleAttempt } from './sample-change.fixture.ts'

const capital = (sent: string, spraak: string, status = 204) =>
  sampleAttempt({ sent: JSON.stringify({ spraak: sent }), status, after: { spraak } })

describe(rule.id, () => {
  it.each([400, 422])('conforms: refused with %i', async (status) => {
    const attempt = sampleAttempt({ status })
    expect(rule.notApplicable?.(attempt)).toBeUndefined()
    expect(await findingsOf(rule, attempt)).toEqual([])
    expect(rule.met?.(attempt)).toBe(`refused with ${status}`)
  })

  it('conforms: a code of the list in capital letters is stored as the one that was meant', async () => {
    for (const code of ['nb', 'nn', 'en', 'se']) {
      const attempt = capital(code.toUpperCase(), code)
      expect(await findingsOf(rule, attempt)).toEqual([])
      expect(rule.met?.(attempt)).toBe(`accepted, and stored as ${code}`)
    }
  })

  it('deviates: accepted and nothing stored, or stored as it is', async () => {
    const findings = [{ at: 'status', expected: 'a refusal, 4xx', actual: fromWire(204) }]
    expect(await findingsOf(rule, sampleAttempt({ status: 204 }))).toEqual(findings)
    expect(await findingsOf(rule, capital('NN', 'nb'))).toEqual(findings)
    expect(await findingsOf(rule, capital('NN', 'NN'))).toEqual(findings)
    expect(await findingsOf(rule, capital('DE', 'de'))).toEqual(findings)
    expect(await findingsOf(rule, capital('nn', 'nn'))).toEqual(findings)
  })

  it('conforms: refused though the language stands there, whoever wrote it', () => {
    expect(rule.met?.(capital('NN', 'nn', 400))).toBe('refused with 400')
  })

  it('judges what a caller hands over that sent no code', async () => {
    expect(await findingsOf(rule, sampleAttempt({ sent: '7' }))).toEqual([])
    expect(rule.met?.(sampleAttempt({ sent: '7', status: 204 }))).toBeUndefined()
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
