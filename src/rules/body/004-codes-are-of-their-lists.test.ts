import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { codesAreOfTheirLists as rule } from './004-codes-are-of-their-lists.ts'
import { samplePerson, sampleReading } from './sample-reading.fixture.ts'

describe(rule.id, () => {
  it.each([
    {},
    { reservasjon: 'JA', varslingsstatus: 'KAN_IKKE_VARSLES' },
    { status: 'SLETTET' },
    { status: 'IKKE_REGISTRERT', varslingsstatus: undefined },
    { varslingsstatus: null },
  ])('conforms: %j', async (person) => {
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([])
  })

  it('deviates: a code in other letters, an unknown one, a boolean', async () => {
    const person = { reservasjon: false, status: 'aktiv', varslingsstatus: 'KANSKJE' }
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([
      { at: '/reservasjon', expected: 'one of JA, NEI', actual: fromWire(false) },
      {
        at: '/status',
        expected: 'one of AKTIV, SLETTET, IKKE_REGISTRERT',
        actual: fromWire('aktiv'),
      },
      {
        at: '/varslingsstatus',
        expected: 'one of KAN_VARSLES, KAN_IKKE_VARSLES',
        actual: fromWire('KANSKJE'),
      },
    ])
  })

  it('judges whether an address is shared, in the words JA and NEI', async () => {
    const shared = (epostadresse_duplisert: unknown, mobiltelefonnummer_duplisert: unknown) => {
      const { kontaktinformasjon } = samplePerson
      const duplicates = { epostadresse_duplisert, mobiltelefonnummer_duplisert }
      const person = { kontaktinformasjon: { ...kontaktinformasjon, ...duplicates } }
      return findingsOf(rule, sampleReading({ person: person as never }))
    }
    expect(await shared('JA', 'NEI')).toEqual([])
    expect(await shared('true', false)).toEqual([
      {
        at: '/kontaktinformasjon/epostadresse_duplisert',
        expected: 'one of JA, NEI',
        actual: fromWire('true'),
      },
      {
        at: '/kontaktinformasjon/mobiltelefonnummer_duplisert',
        expected: 'one of JA, NEI',
        actual: fromWire(false),
      },
    ])
  })
})
