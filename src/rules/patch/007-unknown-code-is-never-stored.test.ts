import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { unknownCodeIsNeverStored as rule } from './007-unknown-code-is-never-stored.ts'
import { sampleAttempt } from './sample-change.fixture.ts'

const stored = (code: string) =>
  sampleAttempt({ sent: JSON.stringify({ spraak: code }), status: 204, after: { spraak: code } })

describe(rule.id, () => {
  it('conforms: refused', async () => {
    expect(rule.notApplicable?.(sampleAttempt())).toBeUndefined()
    expect(await findingsOf(rule, sampleAttempt())).toEqual([])
  })

  it('conforms: ignored, or stored as the code that was meant', async () => {
    expect(await findingsOf(rule, sampleAttempt({ status: 204 }))).toEqual([])
    const meant = { sent: '{"spraak":"NN"}', status: 204, after: { spraak: 'nn' } }
    expect(await findingsOf(rule, sampleAttempt(meant))).toEqual([])
  })

  it.each(['de', 'nob', 'NB', 'n'.repeat(10_000)])('deviates: %j stored', async (code) => {
    expect(await findingsOf(rule, stored(code))).toEqual([
      { at: '/spraak', expected: 'not what was sent', actual: fromWire(code) },
    ])
  })

  it('conforms: an empty one stored; deviates: refused, and the language is gone', async () => {
    expect(await findingsOf(rule, stored(''))).toEqual([])
    const sent = { sent: '{"spraak":""}', before: { spraak: 'nn' }, after: { spraak: undefined } }
    expect(await findingsOf(rule, sampleAttempt(sent))).toEqual([
      { at: '/spraak', expected: fromWire('nn'), actual: 'absent' },
    ])
  })

  it('deviates: refused, and another language or another member changed', async () => {
    const fallen = sampleAttempt({ before: { spraak: 'nn' }, after: { spraak: 'nb' } })
    expect(await findingsOf(rule, fallen)).toEqual([
      { at: '/spraak', expected: fromWire('nn'), actual: fromWire('nb') },
    ])
    const reserved = sampleAttempt({ before: { reservasjon: 'NEI' }, after: { reservasjon: 'JA' } })
    expect(await findingsOf(rule, reserved)).toEqual([
      { at: '/reservasjon', expected: fromWire('NEI'), actual: fromWire('JA') },
    ])
  })

  it('deviates: a server error, told beside what was stored', async () => {
    const attempt = sampleAttempt({ status: 500, after: { spraak: 'de' } })
    expect(await findingsOf(rule, attempt)).toEqual([
      { at: 'status', expected: 'no server error', actual: fromWire(500) },
      { at: '/spraak', expected: 'not what was sent', actual: fromWire('de') },
    ])
  })

  it('finds nothing stored of what is no code', async () => {
    const attempt = sampleAttempt({ sent: '{"spraak":7}', after: { spraak: undefined } })
    expect(await findingsOf(rule, attempt)).toEqual([])
  })

  it('does not apply where no code was sent, or none could be read', () => {
    expect(rule.notApplicable?.(sampleAttempt({ sent: '{"spraak":7}' }))).toBe(
      'no code was sent as spraak',
    )
    const after = sampleReading({ scopes: ['krr:user/spraak.write'] })
    expect(rule.notApplicable?.({ ...sampleAttempt(), after })).toBe(
      'the reading after it has not the scope that shows spraak',
    )
  })
})
