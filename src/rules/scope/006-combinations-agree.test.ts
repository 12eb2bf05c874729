import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../evidence/json.ts'
import type { KrrScope, PersonReading } from '../../evidence/person-reading.ts'
import { sampleJws, samplePerson, sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { combinationsAgree as rule } from './006-combinations-agree.ts'

const contact: KrrScope = 'krr:user/kontaktinformasjon.read'
const mailbox: KrrScope = 'krr:user/digitalpost.read'
const write: KrrScope = 'krr:user/spraak.write'

const noContact = {
  varslingsstatus: undefined,
  kontaktinformasjon: undefined,
  spraak: undefined,
  spraak_oppdatert: undefined,
}
const noMailbox = { digital_post: undefined, sertifikat: undefined }

/** What a conforming server yields with these scopes, changed as the test says. */
const withScopes = (scopes: readonly KrrScope[], person: JsonObject = {}): PersonReading =>
  sampleReading({
    scopes,
    person: {
      ...(scopes.includes(contact) ? {} : noContact),
      ...(scopes.includes(mailbox) ? {} : noMailbox),
      ...person,
    },
  })

const all = [
  withScopes([contact]),
  withScopes([mailbox]),
  withScopes([write]),
  withScopes([contact, mailbox]),
  withScopes([contact, write]),
  withScopes([mailbox, write]),
  withScopes([contact, mailbox, write]),
]

describe(rule.id, () => {
  it('conforms: the seven combinations of a server that keeps to the table', async () => {
    expect(rule.notApplicable?.({ readings: all })).toBeUndefined()
    expect(await findingsOf(rule, { readings: all })).toEqual([])
  })

  it('conforms: spraak.write alone yields nothing at all', async () => {
    const readings = all.filter(({ scopes }) => scopes.length > 1 || scopes[0] !== write)
    expect(await findingsOf(rule, { readings })).toEqual([])
  })

  it('conforms: a member that is null with one combination and absent with another', async () => {
    const readings = [withScopes([contact]), withScopes([mailbox], { spraak: null })]
    expect(await findingsOf(rule, { readings })).toEqual([])
  })

  it('deviates: who cannot be notified loses more than may be filtered', async () => {
    const state = {
      varslingsstatus: 'KAN_IKKE_VARSLES',
      ...noMailbox,
      kontaktinformasjon: undefined,
    }
    const readings = [
      withScopes([contact], state),
      withScopes([mailbox]),
      withScopes([contact, mailbox], { ...state, status: undefined }),
    ]
    expect(await findingsOf(rule, { readings })).toMatchObject([
      { at: '/status', actual: 'absent' },
    ])
  })

  it('conforms: signed at different times', async () => {
    const readings = all.map((reading, index) => ({
      ...reading,
      jws: sampleJws,
      person: { ...reading.person, iat: index },
    }))
    expect(await findingsOf(rule, { readings })).toEqual([])
  })

  it('conforms: who cannot be notified loses the filtered members beside the contact scope', async () => {
    const state = { varslingsstatus: 'KAN_IKKE_VARSLES', kontaktinformasjon: undefined }
    const readings = [
      withScopes([contact], state),
      withScopes([mailbox]),
      withScopes([contact, mailbox], { ...state, ...noMailbox }),
    ]
    expect(await findingsOf(rule, { readings })).toEqual([])
  })

  it('deviates: another value in one combination', async () => {
    const kontaktinformasjon = { ...samplePerson.kontaktinformasjon, epostadresse: 'x@example.org' }
    const readings = [withScopes([contact]), withScopes([contact, write], { kontaktinformasjon })]
    expect(await findingsOf(rule, { readings })).toEqual([
      {
        at: '/kontaktinformasjon/epostadresse',
        expected: 'the same with kontaktinformasjon+spraak as with kontaktinformasjon',
        actual: fromWire('x@example.org'),
      },
    ])
  })

  it('deviates: a member that the union lacks, though it can be notified', async () => {
    const readings = [...all.slice(0, 3), withScopes([contact, mailbox], { sertifikat: undefined })]
    expect(await findingsOf(rule, { readings })).toEqual([
      {
        at: '/sertifikat',
        expected: 'present with kontaktinformasjon+digitalpost, as with digitalpost',
        actual: 'absent',
      },
    ])
  })

  it('deviates: a member that only the union yields', async () => {
    const readings = [...all.slice(0, 2), withScopes([mailbox, write], { spraak: 'nb' })]
    expect(await findingsOf(rule, { readings })).toEqual([
      {
        at: '/spraak',
        expected: 'absent with digitalpost+spraak, as with digitalpost alone',
        actual: fromWire('nb'),
      },
    ])
  })

  it('conforms: null in one combination, absent in another', async () => {
    const readings = [
      withScopes([contact], { sertifikat: null }),
      withScopes([mailbox]),
      withScopes([contact, mailbox]),
    ]
    expect(await findingsOf(rule, { readings })).toEqual([])
    expect(rule.notApplicable?.({ readings: readings.slice(0, 2) })).toBeUndefined()
  })

  it('deviates: a member that only the union of three yields, told of all its parts', async () => {
    const union = withScopes([contact, mailbox, write], { adresse: 'Gata 1' })
    const findings = await findingsOf(rule, { readings: [...all.slice(0, 3), union] })
    expect(findings).toEqual([
      {
        at: '/adresse',
        expected:
          'absent with kontaktinformasjon+digitalpost+spraak, as with kontaktinformasjon and digitalpost and spraak alone',
        actual: fromWire('Gata 1'),
      },
    ])
  })

  it('deviates: a part of a member that is missing in another combination', async () => {
    const { epostadresse } = samplePerson.kontaktinformasjon
    const readings = [
      withScopes([contact]),
      withScopes([contact, write], { kontaktinformasjon: { epostadresse } }),
    ]
    expect((await findingsOf(rule, { readings })).map(({ actual }) => actual)).toEqual([
      'absent',
      'absent',
      'absent',
    ])
  })

  it('compares two readings once, however many members they have', async () => {
    let visited = 0
    const withMany = (scopes: readonly KrrScope[], text: string): PersonReading => {
      const reading = withScopes(scopes)
      const members = Object.fromEntries(
        Array.from({ length: 2_000 }, (_, at) => [`m${at}`, `${text} ${at}`]),
      )
      const person = new Proxy(
        { ...reading.person, ...members },
        {
          ownKeys: (target) => {
            visited += 1
            return Reflect.ownKeys(target)
          },
        },
      )
      return { ...reading, person }
    }
    const readings = [withMany([contact], 'one'), withMany([contact, write], 'other')]
    expect(await findingsOf(rule, { readings })).toHaveLength(2_000)
    expect(visited).toBeLessThan(20)
  })

  it('does not judge a union whose parts were not read', async () => {
    const readings = [withScopes([mailbox]), withScopes([contact, mailbox])]
    expect(await findingsOf(rule, { readings })).toEqual([])
  })

  it('does not apply to a single reading', () => {
    expect(rule.notApplicable?.({ readings: all.slice(0, 1) })).toBe(
      'fewer than two combinations yielded a person',
    )
  })
})
