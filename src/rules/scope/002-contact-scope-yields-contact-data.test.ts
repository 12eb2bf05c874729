import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { contactScopeYieldsContactData as rule } from './002-contact-scope-yields-contact-data.ts'

const absent = (at: string) => ({ at, expected: 'present', actual: 'absent' })
const noContact = { kontaktinformasjon: undefined }

describe(rule.id, () => {
  it('conforms: all that the test user has', async () => {
    expect(rule.notApplicable?.(sampleReading())).toBeUndefined()
    expect(await findingsOf(rule, { ...sampleReading(), spraakIsSet: true })).toEqual([])
  })

  it('conforms: only what the test user is configured to have', async () => {
    const reading = sampleReading({
      person: { kontaktinformasjon: { epostadresse: 'test@example.org' } },
      expected: { has: ['epostadresse', 'digital_post'] },
    })
    expect(await findingsOf(rule, reading)).toEqual([])
    const bare = sampleReading({ person: noContact, expected: { has: [] } })
    expect(await findingsOf(rule, bare)).toEqual([])
  })

  it.each([
    { varslingsstatus: 'KAN_IKKE_VARSLES' },
    { status: 'SLETTET' },
    { status: 'IKKE_REGISTRERT' },
  ])('conforms: filtered, with %j', async (state) => {
    const reading = sampleReading({ person: { ...noContact, ...state } })
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it('deviates: no contact information of somebody who has both addresses', async () => {
    expect(await findingsOf(rule, sampleReading({ person: noContact }))).toEqual([
      absent('/kontaktinformasjon/epostadresse'),
      absent('/kontaktinformasjon/mobiltelefonnummer'),
    ])
  })

  it('deviates: no varslingsstatus, or null', async () => {
    const without = sampleReading({ person: { varslingsstatus: undefined } })
    expect(await findingsOf(rule, without)).toEqual([absent('/varslingsstatus')])
    expect(await findingsOf(rule, sampleReading({ person: { varslingsstatus: null } }))).toEqual([
      { at: '/varslingsstatus', expected: 'present', actual: fromWire(null) },
    ])
  })

  it('deviates: an address that EXPECT names comes as an empty string, which is absence', async () => {
    const kontaktinformasjon = { epostadresse: '', mobiltelefonnummer: '+4799999999' }
    const reading = sampleReading({ person: { kontaktinformasjon } })
    expect(await findingsOf(rule, reading)).toEqual([
      { at: '/kontaktinformasjon/epostadresse', expected: 'present', actual: fromWire('') },
    ])
  })

  it('deviates: no language though one was set, as the suite or its timestamp tells', async () => {
    const stamped = sampleReading({ person: { spraak: undefined } })
    expect(await findingsOf(rule, stamped)).toEqual([absent('/spraak')])
    const bare = sampleReading({ person: { spraak: undefined, spraak_oppdatert: undefined } })
    expect(await findingsOf(rule, { ...bare, spraakIsSet: true })).toEqual([absent('/spraak')])
  })

  it('conforms: no language where none is known to have been set', async () => {
    const bare = sampleReading({ person: { spraak: undefined, spraak_oppdatert: undefined } })
    expect(await findingsOf(rule, bare)).toEqual([])
    expect(await findingsOf(rule, { ...bare, spraakIsSet: false })).toEqual([])
  })

  it.each(['SLETTET', 'IKKE_REGISTRERT'])('conforms: no language of who is %s', async (status) => {
    const reading = sampleReading({ person: { ...noContact, spraak: undefined, status } })
    expect(await findingsOf(rule, { ...reading, spraakIsSet: true })).toEqual([])
  })

  it('does not apply without the scope', () => {
    expect(rule.notApplicable?.(sampleReading({ scopes: ['krr:user/digitalpost.read'] }))).toBe(
      'krr:user/kontaktinformasjon.read was not granted',
    )
  })
})
