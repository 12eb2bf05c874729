import { describe, expect, it } from 'vitest'
import { personDeviations } from './person-deviations.ts'

const person = {
  personidentifikator: '20914695016',
  reservasjon: 'NEI',
  status: 'AKTIV',
  varslingsstatus: 'KAN_VARSLES',
  kontaktinformasjon: {
    epostadresse: 'test@example.org',
    epostadresse_oppdatert: '2018-06-29T10:14:52+02',
  },
  digital_post: { postkasseadresse: 'test#9YDT', postkasseleverandoeradresse: '984661185' },
  sertifikat: 'MIIB',
  spraak: 'nb',
  spraak_oppdatert: '2023-08-05T10:45:15.768Z',
}

describe('personDeviations', () => {
  it.each([
    ['every member', {}],
    [
      'a member that nobody knows',
      { oppdatert: 7, kontaktinformasjon: { epostadresse: 'x', ny: 1 } },
    ],
    ['null for what may be absent', { spraak: null, digital_post: null, kontaktinformasjon: null }],
    [
      'an address of no form, a provider that is no organisation',
      {
        kontaktinformasjon: { epostadresse: 'nobody', mobiltelefonnummer: 'x' },
        digital_post: { postkasseadresse: '', postkasseleverandoeradresse: 'x' },
      },
    ],
    [
      'a reservation without its time',
      {
        reservasjon: 'JA',
        varslingsstatus: 'KAN_IKKE_VARSLES',
        kontaktinformasjon: undefined,
      },
    ],
  ])('are none for %s', (_, change) => {
    expect(personDeviations(JSON.parse(JSON.stringify({ ...person, ...change })))).toEqual([])
  })

  it.each([
    [{ status: undefined }, [{ at: '/status', expected: 'present', actual: undefined }]],
    [{ status: null }, [{ at: '/status', expected: 'present', actual: undefined }]],
    [{ spraak: 'nob' }, [{ at: '/spraak', expected: 'one of nb, nn, en, se', actual: 'nob' }]],
    [{ sertifikat: 7 }, [{ at: '/sertifikat', expected: 'a string', actual: 7 }]],
    [
      { kontaktinformasjon: 'x' },
      [{ at: '/kontaktinformasjon', expected: 'an object', actual: 'x' }],
    ],
    [
      { kontaktinformasjon: {} },
      [{ at: '/kontaktinformasjon', expected: 'one of the documented forms', actual: {} }],
    ],
    [
      {
        status: 'SLETTET',
        varslingsstatus: undefined,
        sertifikat: undefined,
        digital_post: undefined,
      },
      [{ at: '/kontaktinformasjon', expected: 'absent', actual: person.kontaktinformasjon }],
    ],
    [
      { reservasjonstidspunkt: '2023-06-13T13:42:34+02' },
      [{ at: '/reservasjon', expected: 'one of JA', actual: 'NEI' }],
    ],
    [
      { reservasjon: 'JA' },
      [{ at: '/varslingsstatus', expected: 'one of KAN_IKKE_VARSLES', actual: 'KAN_VARSLES' }],
    ],
    [
      { digital_post: { postkasseadresse: 'a#1234' } },
      [
        {
          at: '/digital_post/postkasseleverandoeradresse',
          expected: 'present',
          actual: undefined,
        },
      ],
    ],
  ])('name the place for %j', (change, deviations) => {
    const changed = Object.fromEntries(
      Object.entries({ ...person, ...change }).filter(([, value]) => value !== undefined),
    )
    expect(personDeviations(changed)).toEqual(deviations)
  })

  it('name a timestamp that is none', () => {
    expect(personDeviations({ ...person, spraak_oppdatert: '29.06.2018' })).toEqual([
      {
        at: '/spraak_oppdatert',
        expected: expect.stringMatching(/^a string that matches /),
        actual: '29.06.2018',
      },
    ])
  })

  it('are found in what is no object', () => {
    expect(personDeviations([])).toEqual([{ at: '', expected: 'an object', actual: [] }])
  })
})
