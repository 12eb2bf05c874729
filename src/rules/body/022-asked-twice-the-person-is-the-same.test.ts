import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { askedTwiceThePersonIsTheSame as rule } from './022-asked-twice-the-person-is-the-same.ts'
import { sampleJws, samplePerson, sampleReading } from './sample-reading.fixture.ts'

const first = sampleReading()

describe(rule.id, () => {
  it('conforms: the same members in another order', async () => {
    const person = Object.fromEntries(Object.entries(samplePerson).reverse())
    expect(await findingsOf(rule, { first, second: { ...first, person } })).toEqual([])
  })

  it('conforms: two JWS payloads signed at different times', async () => {
    const pair = {
      first: sampleReading({ person: { iat: 1, jti: 'a' }, jws: sampleJws }),
      second: sampleReading({ person: { iat: 2 }, jws: sampleJws }),
    }
    expect(await findingsOf(rule, pair)).toEqual([])
  })

  it('deviates: a value that moved, one that went, one that came', async () => {
    const kontaktinformasjon = {
      ...samplePerson.kontaktinformasjon,
      epostadresse: 'other@example.org',
    }
    const second = sampleReading({
      person: { kontaktinformasjon, sertifikat: undefined, iat: 7 },
    })
    expect(await findingsOf(rule, { first, second })).toEqual([
      {
        at: '/kontaktinformasjon/epostadresse',
        expected: fromWire('test@example.org'),
        actual: fromWire('other@example.org'),
      },
      { at: '/sertifikat', expected: fromWire('MIIB'), actual: 'absent' },
      { at: '/iat', expected: 'absent', actual: fromWire(7) },
    ])
  })

  it('deviates: null where an absent member was, and a number where its text was', async () => {
    const second = sampleReading({ person: { spraak: null, status: 1 } })
    const pair = { first: sampleReading({ person: { spraak: undefined, status: '1' } }), second }
    expect(await findingsOf(rule, pair)).toEqual([
      { at: '/status', expected: fromWire('1'), actual: fromWire(1) },
      { at: '/spraak', expected: 'absent', actual: fromWire(null) },
    ])
  })
})
