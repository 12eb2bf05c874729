import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { furtherMembersAreTold as rule } from './021-further-members-are-told.ts'
import { type SampleOverrides, sampleJws, sampleReading } from './sample-reading.fixture.ts'

const met = (overrides: SampleOverrides) => rule.met?.(sampleReading(overrides))

describe(rule.id, () => {
  it('says nothing where every member is known', async () => {
    expect(await findingsOf(rule, sampleReading())).toEqual([])
    expect(met({})).toBeUndefined()
  })

  it('says nothing of the members that the pages describe and the snapshot has not', () => {
    const kontaktinformasjon = Object.fromEntries(
      ['epostadresse', 'mobiltelefonnummer'].flatMap((name) =>
        ['', '_sist_validert', '_duplisert'].map((what) => [`${name}${what}`, 'x']),
      ),
    )
    expect(met({ person: { kontaktinformasjon } })).toBeUndefined()
  })

  it('names what is not in the contract, and never fails because of it', async () => {
    const person = {
      oppdatert: '2018-06-29T10:14:52+02',
      kontaktinformasjon: { epostadresse: 'test@example.org', epostadresse_kilde: 'JA' },
    }
    expect(await findingsOf(rule, sampleReading({ person }))).toEqual([])
    expect(met({ person })).toBe(
      'not in the contract: /kontaktinformasjon/epostadresse_kilde, /oppdatert',
    )
  })

  it('shows no name that may be a personal value', () => {
    expect(met({ person: { 'kari@example.org': 1 } })).toBe('not in the contract: /*')
  })

  it('names twenty at most', () => {
    const names = Array.from({ length: 30 }, (_, at) => `m${'x'.repeat(at)}`)
    const person = Object.fromEntries(names.map((name) => [name, 1]))
    expect(met({ person })?.split(', ')).toHaveLength(20)
  })

  it('passes registered claims by where they stand beside the person', () => {
    const person = { iat: 1, oppdatert: 'x' }
    expect(met({ person, jws: sampleJws })).toBe('not in the contract: /oppdatert')
    expect(met({ person })).toBe('not in the contract: /iat, /oppdatert')
  })
})
