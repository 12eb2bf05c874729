import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { whoIsNotRegisteredHasNoContactData as rule } from './008-who-is-not-registered-has-no-contact-data.ts'
import { samplePerson, sampleReading } from './sample-reading.fixture.ts'

const bare = { kontaktinformasjon: undefined, digital_post: undefined, sertifikat: undefined }

describe(rule.id, () => {
  it.each(['SLETTET', 'IKKE_REGISTRERT'])('conforms: %s and bare', async (status) => {
    const reading = sampleReading({ person: { ...bare, status } })
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it('deviates: a deleted person with everything', async () => {
    expect(await findingsOf(rule, sampleReading({ person: { status: 'SLETTET' } }))).toEqual([
      {
        at: '/kontaktinformasjon',
        expected: 'absent',
        actual: fromWire(samplePerson.kontaktinformasjon),
      },
      { at: '/digital_post', expected: 'absent', actual: fromWire(samplePerson.digital_post) },
      { at: '/sertifikat', expected: 'absent', actual: fromWire('MIIB') },
    ])
  })

  it.each(['DELETED', 'UNREGISTERED'] as const)('tells that %s was to be judged', (persona) => {
    expect(rule.notApplicable?.(sampleReading({ expected: { persona } }))).toBe(
      `the person is neither SLETTET nor IKKE_REGISTRERT, though the test user is configured as ${persona}`,
    )
  })

  it.each(['AKTIV', undefined, 7])('does not apply where status is %j', (status) => {
    expect(rule.notApplicable?.(sampleReading({ person: { status } }))).toBe(
      'the person is neither SLETTET nor IKKE_REGISTRERT',
    )
  })
})
