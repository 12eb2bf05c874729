import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { personIsAsDocumented as rule } from './001-person-is-as-documented.ts'
import { sampleJws, sampleReading } from './sample-reading.fixture.ts'

describe(rule.id, () => {
  it.each([
    {},
    { kontaktinformasjon: undefined, varslingsstatus: undefined, spraak: undefined },
    { spraak: null, digital_post: null },
    { nytt_felt: { a: 1 } },
  ])('conforms: the sample with %j', async (person) => {
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([])
  })

  it('conforms: the payload of a JWS with registered claims beside the person', async () => {
    const reading = sampleReading({
      person: { iss: 'https://krr.example', iat: 1 },
      jws: sampleJws,
    })
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it.each(['SLETTET', 'IKKE_REGISTRERT'])('conforms: %s without reservasjon', async (status) => {
    const nothing = ['kontaktinformasjon', 'digital_post', 'sertifikat', 'varslingsstatus']
    const none = Object.fromEntries(nothing.map((name) => [name, undefined]))
    const person = { ...none, status, reservasjon: undefined }
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([])
  })

  it('deviates: an active person without reservasjon', async () => {
    const reading = sampleReading({ person: { reservasjon: undefined } })
    expect((await findingsOf(rule, reading)).map(({ at }) => at)).toEqual(['/reservasjon'])
  })

  it('deviates: a member of another type, and half a mailbox', async () => {
    const person = {
      sertifikat: ['MIIB'],
      digital_post: { postkasseadresse: 'test#9YDT' },
    }
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual(
      expect.arrayContaining([
        { at: '/sertifikat', expected: 'a string', actual: fromWire(['MIIB']) },
        {
          at: '/digital_post/postkasseleverandoeradresse',
          expected: 'present',
          actual: 'absent',
        },
      ]),
    )
    expect(await findingsOf(rule, sampleReading({ person }))).toHaveLength(2)
  })

  it('deviates: a nesting that no stack would hold, without a throw', async () => {
    const person = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)
    const reading = { ...sampleReading(), person }
    expect(await findingsOf(rule, reading)).toEqual([
      { at: '', expected: 'a person, two levels deep', actual: 'absent' },
    ])
  })
})
