import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire, unmet } from '../rule.ts'
import { certificateAndMailboxComeTogether as rule } from './017-certificate-and-mailbox-come-together.ts'
import { sampleReading } from './sample-reading.fixture.ts'

describe(rule.id, () => {
  it('conforms: both', async () => {
    expect(rule.notApplicable?.(sampleReading())).toBeUndefined()
    expect(await findingsOf(rule, sampleReading())).toEqual([])
  })

  it('deviates: a certificate for no mailbox', async () => {
    const reading = sampleReading({ person: { digital_post: undefined } })
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([
      { at: '/digital_post', expected: 'there beside sertifikat', actual: 'absent' },
    ])
  })

  it('deviates: a mailbox without a certificate', async () => {
    expect(await findingsOf(rule, sampleReading({ person: { sertifikat: null } }))).toEqual([
      { at: '/sertifikat', expected: 'there beside digital_post', actual: fromWire(null) },
    ])
  })

  it.each([
    [{ person: { digital_post: undefined, sertifikat: undefined } }, unmet('no-mailbox-members')],
    [{ person: { status: 'SLETTET' } }, 'the person is SLETTET or IKKE_REGISTRERT (KRR-BODY-008)'],
    [
      { person: { status: 'IKKE_REGISTRERT', digital_post: undefined } },
      'the person is SLETTET or IKKE_REGISTRERT (KRR-BODY-008)',
    ],
    [
      { scopes: ['krr:user/kontaktinformasjon.read'] as const },
      'krr:user/digitalpost.read was not granted',
    ],
  ])('does not apply: %#', (overrides, reason) => {
    expect(rule.notApplicable?.(sampleReading(overrides))).toEqual(reason)
  })
})
