import { describe, expect, test } from 'vitest'
import { sampleJws, samplePerson, sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { bothRepresentationsCarryTheSamePerson as rule } from './003-both-representations-carry-the-same-person.ts'

const json = sampleReading()
const jose = (person: Record<string, unknown>) => ({
  json,
  jose: sampleReading({ person, jws: sampleJws }),
})

describe(rule.id, () => {
  test('conforms: the same, in another order, with registered claims beside', async () => {
    const reversed = Object.fromEntries(Object.entries(samplePerson).reverse())
    const other = {
      ...sampleReading({ jws: sampleJws }),
      person: { iat: 1, iss: 'a', ...reversed },
    }
    expect(await findingsOf(rule, jose({}))).toEqual([])
    expect(await findingsOf(rule, { json, jose: other })).toEqual([])
  })

  test('deviates: another value, a member less, a member more', async () => {
    const person = {
      status: 'SLETTET',
      kontaktinformasjon: { ...samplePerson.kontaktinformasjon, epostadresse: undefined },
      oppdatert: '2026',
    }
    const pair = jose(JSON.parse(JSON.stringify(person)) as Record<string, unknown>)
    expect(await findingsOf(rule, pair)).toEqual([
      { at: '/status', expected: fromWire('AKTIV'), actual: fromWire('SLETTET') },
      {
        at: '/kontaktinformasjon/epostadresse',
        expected: fromWire('test@example.org'),
        actual: 'absent',
      },
      { at: '/oppdatert', expected: 'absent', actual: fromWire('2026') },
    ])
  })
})
