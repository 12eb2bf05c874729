import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../evidence/json.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { whoCannotBeNotifiedIsFilteredOrNot as rule } from './011-who-cannot-be-notified-is-filtered-or-not.ts'
import { type SampleOverrides, sampleReading } from './sample-reading.fixture.ts'

const nothing = { kontaktinformasjon: undefined, digital_post: undefined, sertifikat: undefined }
const expired = (person: JsonObject = {}, rest: Omit<SampleOverrides, 'person'> = {}) =>
  sampleReading({
    person: { varslingsstatus: 'KAN_IKKE_VARSLES', ...person },
    expected: { persona: 'EXPIRED', has: [] },
    ...rest,
  })
const reserved = (person: JsonObject = {}) => expired({ reservasjon: 'JA', ...person })
const contactAlone = { scopes: ['krr:user/kontaktinformasjon.read'] } as const

describe(rule.id, () => {
  it.each([
    ['all of it', expired(nothing), 'filtered: kontaktinformasjon, digital_post, sertifikat'],
    ['null', expired({ ...nothing, sertifikat: null }), expect.stringMatching(/^filtered: /)],
    ['of the reserved', reserved(nothing), expect.stringMatching(/^filtered: /)],
    ['the one member asked for', expired(nothing, contactAlone), 'filtered: kontaktinformasjon'],
  ])('conforms: filtered, %s', async (_, reading, met) => {
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([])
    expect(rule.met?.(reading)).toEqual(met)
  })

  it.each([
    ['all of it', expired(), 'not filtered: kontaktinformasjon, digital_post, sertifikat'],
    ['the one member asked for', expired({}, contactAlone), 'not filtered: kontaktinformasjon'],
    [
      'of somebody who may have no mailbox',
      expired({ digital_post: undefined, sertifikat: undefined }),
      'not filtered: kontaktinformasjon',
    ],
  ])('conforms: not filtered, %s', async (_, reading, met) => {
    expect(await findingsOf(rule, reading)).toEqual([])
    expect(rule.met?.(reading)).toBe(met)
  })

  it.each([
    [
      'the mailbox is left over',
      expired({ kontaktinformasjon: undefined }),
      '/kontaktinformasjon',
      'there beside digital_post and sertifikat, or all of it absent',
    ],
    [
      'the certificate is filtered and nothing else',
      expired({ sertifikat: undefined }),
      '/sertifikat',
      'there beside kontaktinformasjon and digital_post, or all of it absent',
    ],
    [
      'the mailbox is filtered of somebody who has one',
      expired(
        { digital_post: undefined },
        { expected: { persona: 'MAIN', has: ['digital_post', 'sertifikat'] } },
      ),
      '/digital_post',
      'there beside kontaktinformasjon and sertifikat, or all of it absent',
    ],
  ])('deviates: %s', async (_, reading, at, expected) => {
    expect(await findingsOf(rule, reading)).toEqual([{ at, expected, actual: 'absent' }])
    expect(rule.met?.(reading)).toBeUndefined()
  })

  it('deviates: the mailbox of who is known to have one is filtered, the address is not', async () => {
    for (const known of ['digital_post', 'sertifikat'] as const) {
      const reading = expired(
        { digital_post: undefined, sertifikat: undefined },
        { expected: { has: ['epostadresse', known] } },
      )
      expect((await findingsOf(rule, reading)).map(({ at }) => at)).toEqual([
        '/digital_post',
        '/sertifikat',
      ])
      expect(rule.met?.(reading)).toBeUndefined()
    }
  })

  it('deviates: times left over without their address', async () => {
    const kontaktinformasjon = { epostadresse_oppdatert: '2018-06-29T10:14:52+02' }
    const reading = expired({ ...nothing, kontaktinformasjon })
    expect(rule.met?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([
      {
        at: '/kontaktinformasjon',
        expected: 'an address, or absent',
        actual: fromWire(kontaktinformasjon),
      },
    ])
  })

  it.each(['epostadresse', 'mobiltelefonnummer'])(
    'conforms: not filtered, of who has %s alone',
    async (name) => {
      const reading = expired({ ...nothing, kontaktinformasjon: { [name]: 'a' } })
      expect(await findingsOf(rule, reading)).toEqual([])
      expect(rule.met?.(reading)).toBe('not filtered: kontaktinformasjon')
    },
  )

  it('conforms: the addresses of the reserved, and says so', async () => {
    const reading = reserved({ digital_post: undefined, sertifikat: undefined })
    expect(await findingsOf(rule, reading)).toEqual([])
    expect(rule.met?.(reading)).toBe('not filtered: kontaktinformasjon, though reservasjon is JA')
  })

  it('deviates: a mailbox of the reserved, and times without their address', async () => {
    const reading = reserved({ digital_post: undefined })
    expect(await findingsOf(rule, reading)).toEqual([
      { at: '/sertifikat', expected: 'absent, for reservasjon is JA', actual: fromWire('MIIB') },
    ])
    expect(rule.met?.(reading)).toBeUndefined()
    const kontaktinformasjon = { epostadresse_oppdatert: '2018-06-29T10:14:52+02' }
    const bare = reserved({ ...nothing, kontaktinformasjon })
    expect((await findingsOf(rule, bare)).map(({ at }) => at)).toEqual(['/kontaktinformasjon'])
    expect(rule.met?.(bare)).toBeUndefined()
  })

  it.each([
    [
      sampleReading({ expected: { persona: 'RESERVED' } }),
      'varslingsstatus is not KAN_IKKE_VARSLES, though the test user is configured as RESERVED',
    ],
    [
      expired({ status: 'IKKE_REGISTRERT' }),
      'the person is SLETTET or IKKE_REGISTRERT (KRR-BODY-008)',
    ],
    [sampleReading(), 'varslingsstatus is not KAN_IKKE_VARSLES'],
    [
      expired({ varslingsstatus: 'KAN_VARSLES' }),
      'varslingsstatus is not KAN_IKKE_VARSLES, though the test user is configured as EXPIRED',
    ],
    [expired({ status: 'SLETTET' }), 'the person is SLETTET or IKKE_REGISTRERT (KRR-BODY-008)'],
    [
      expired({}, { scopes: ['krr:user/digitalpost.read'] }),
      'krr:user/kontaktinformasjon.read was not granted',
    ],
  ])('does not apply: %#', (reading, reason) => {
    expect(rule.notApplicable?.(reading)).toBe(reason)
  })
})
