import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { missingValuesAreAbsentMembers as rule } from './020-missing-values-are-absent-members.ts'
import { sampleJws, sampleReading } from './sample-reading.fixture.ts'

describe(rule.id, () => {
  it.each([{}, { spraak: undefined }, { sertifikat: '' }, { kontaktinformasjon: {} }])(
    'conforms: the sample with %j',
    async (person) => {
      expect(await findingsOf(rule, sampleReading({ person }))).toEqual([])
    },
  )

  it('conforms: a registered claim that is null beside the person in a JWS', async () => {
    const reading = sampleReading({ person: { sub: null }, jws: sampleJws })
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it('deviates: null, at any depth', async () => {
    const person = { kontaktinformasjon: { epostadresse: null }, spraak: null }
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([
      { at: '/kontaktinformasjon/epostadresse', expected: 'absent', actual: fromWire(null) },
      { at: '/spraak', expected: 'absent', actual: fromWire(null) },
    ])
  })
})
