import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { missingValuesAreNoEmptyStrings as rule } from './026-missing-values-are-no-empty-strings.ts'
import { sampleJws, sampleReading } from './sample-reading.fixture.ts'

describe(rule.id, () => {
  it.each([{}, { spraak: undefined }, { sertifikat: null }, { kontaktinformasjon: {} }])(
    'conforms: the sample with %j',
    async (person) => {
      expect(await findingsOf(rule, sampleReading({ person }))).toEqual([])
    },
  )

  it('conforms: a registered claim that is empty beside the person in a JWS', async () => {
    const reading = sampleReading({ person: { sub: '' }, jws: sampleJws })
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it('deviates: empty strings, at any depth', async () => {
    const person = { kontaktinformasjon: { epostadresse: '' }, sertifikat: '' }
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([
      { at: '/kontaktinformasjon/epostadresse', expected: 'absent', actual: fromWire('') },
      { at: '/sertifikat', expected: 'absent', actual: fromWire('') },
    ])
  })
})
