import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { unmet } from '../rule.ts'
import { whoCanBeNotifiedHasAnAddress as rule } from './024-who-can-be-notified-has-an-address.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const withContact = (kontaktinformasjon: unknown) =>
  sampleReading({ person: { kontaktinformasjon } })

describe(rule.id, () => {
  it.each([
    { epostadresse: 'test@example.org' },
    { mobiltelefonnummer: '+4799999999' },
    { epostadresse: '', mobiltelefonnummer: '+4799999999' },
  ])('conforms: %j', async (kontaktinformasjon) => {
    expect(rule.notApplicable?.(withContact(kontaktinformasjon))).toBeUndefined()
    expect(await findingsOf(rule, withContact(kontaktinformasjon))).toEqual([])
  })

  it.each([
    undefined,
    null,
    'none',
    {},
    { epostadresse: '', mobiltelefonnummer: null },
    { epostadresse_oppdatert: '2018-06-29T10:14:52+02' },
  ])('deviates: %j', async (kontaktinformasjon) => {
    expect(await findingsOf(rule, withContact(kontaktinformasjon))).toEqual([
      {
        at: '/kontaktinformasjon',
        expected: 'epostadresse or mobiltelefonnummer, for varslingsstatus is KAN_VARSLES',
        actual: 'neither',
      },
    ])
  })

  it('does not apply without the scope, to KAN_IKKE_VARSLES, or to somebody out of reach', () => {
    expect(rule.notApplicable?.(sampleReading({ scopes: ['krr:user/digitalpost.read'] }))).toBe(
      'krr:user/kontaktinformasjon.read was not granted',
    )
    const person = { varslingsstatus: 'KAN_IKKE_VARSLES' }
    expect(rule.notApplicable?.(sampleReading({ person }))).toEqual(unmet('cannot-be-notified'))
    expect(rule.notApplicable?.(sampleReading({ person: { status: 'SLETTET' } }))).toContain(
      'KRR-BODY-010',
    )
  })
})
