import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { timestampsAreInstants as rule } from './006-timestamps-are-instants.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const expected = 'an instant as YYYY-MM-DDThh:mm:ss, a fraction or none, Z or an offset'

describe(rule.id, () => {
  it.each(['2018-06-29T10:14:52+02', '2023-08-05T10:45:15.768Z', '2018-06-29T10:14:52+0200', null])(
    'conforms: %j',
    async (spraak_oppdatert) => {
      const reading = sampleReading({ person: { spraak_oppdatert } })
      expect(await findingsOf(rule, reading)).toEqual([])
    },
  )

  it.each(['2023-02-30T10:00:00+01', '2018-06-29T10:14:52', '29.06.2018', ' ', 1530260092, {}])(
    'deviates: %j',
    async (spraak_oppdatert) => {
      const reading = sampleReading({ person: { spraak_oppdatert } })
      expect(await findingsOf(rule, reading)).toEqual([
        { at: '/spraak_oppdatert', expected, actual: fromWire(spraak_oppdatert) },
      ])
    },
  )

  it.each(['reservasjonstidspunkt', 'reservasjon_oppdatert', 'spraak_oppdatert'])(
    'deviates: %s that is none',
    async (name) => {
      const reading = sampleReading({ person: { [name]: 'i går' } })
      expect(rule.notApplicable?.(reading)).toBeUndefined()
      expect(await findingsOf(rule, reading)).toEqual([
        { at: `/${name}`, expected, actual: fromWire('i går') },
      ])
    },
  )

  it('deviates: each timestamp of the contact information that is none', async () => {
    const kontaktinformasjon = {
      epostadresse_oppdatert: 'i går',
      epostadresse_sist_verifisert: 'i går',
      mobiltelefonnummer_oppdatert: 'i går',
      mobiltelefonnummer_sist_verifisert: '2023-08-05T25:00:00Z',
    }
    expect(await findingsOf(rule, sampleReading({ person: { kontaktinformasjon } }))).toEqual([
      { at: '/kontaktinformasjon/epostadresse_oppdatert', expected, actual: fromWire('i går') },
      {
        at: '/kontaktinformasjon/epostadresse_sist_verifisert',
        expected,
        actual: fromWire('i går'),
      },
      {
        at: '/kontaktinformasjon/mobiltelefonnummer_oppdatert',
        expected,
        actual: fromWire('i går'),
      },
      {
        at: '/kontaktinformasjon/mobiltelefonnummer_sist_verifisert',
        expected,
        actual: fromWire('2023-08-05T25:00:00Z'),
      },
    ])
  })

  it.each(['epostadresse_sist_validert', 'mobiltelefonnummer_sist_validert'])(
    'deviates: %s that is none',
    async (name) => {
      const person = { kontaktinformasjon: { [name]: 'i går' } }
      expect(await findingsOf(rule, sampleReading({ person }))).toEqual([
        { at: `/kontaktinformasjon/${name}`, expected, actual: fromWire('i går') },
      ])
    },
  )

  it('does not apply without a timestamp', () => {
    const person = { kontaktinformasjon: 'none', spraak_oppdatert: undefined }
    expect(rule.notApplicable?.(sampleReading({ person }))).toBe('there is no timestamp')
  })
})
