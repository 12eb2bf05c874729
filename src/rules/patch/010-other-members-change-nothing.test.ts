import { describe, expect, it } from 'vitest'
import { samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { otherMembersChangeNothing as rule } from './010-other-members-change-nothing.ts'
import { sampleAttempt } from './sample-change.fixture.ts'

const alone = '{"reservasjon":"JA"}'
const beside = '{"spraak":"nn","reservasjon":"JA"}'
const language = { spraak: 'nn', spraak_oppdatert: '2026-11-22T13:00:00+01' }

describe(rule.id, () => {
  it.each([
    [400, 'refused'],
    [204, 'accepted, and the other members ignored'],
    [500, undefined],
  ])('conforms: nothing moved, answered with %i', async (status, met) => {
    expect(await findingsOf(rule, sampleAttempt({ sent: alone, status }))).toEqual([])
    expect(rule.met?.(sampleAttempt({ sent: alone, status }))).toBe(met)
  })

  it('conforms: the language moved where the document named it', async () => {
    const attempt = sampleAttempt({ sent: beside, status: 204, after: language })
    expect(await findingsOf(rule, attempt)).toEqual([])
  })

  it('deviates: the language moved though the document did not name it', async () => {
    const attempt = sampleAttempt({ sent: alone, status: 204, after: { spraak: 'nn' } })
    expect(await findingsOf(rule, attempt)).toEqual([
      { at: '/spraak', expected: fromWire('nb'), actual: fromWire('nn') },
    ])
  })

  it('deviates: another member moved, at any depth', async () => {
    const kontaktinformasjon = {
      ...samplePerson.kontaktinformasjon,
      epostadresse: 'other@example.org',
    }
    const after = { ...language, reservasjon: 'JA', kontaktinformasjon }
    const attempt = sampleAttempt({ sent: beside, status: 204, after })
    expect(await findingsOf(rule, attempt)).toEqual([
      { at: '/reservasjon', expected: fromWire('NEI'), actual: fromWire('JA') },
      {
        at: '/kontaktinformasjon/epostadresse',
        expected: fromWire('test@example.org'),
        actual: fromWire('other@example.org'),
      },
    ])
    expect(rule.met?.(attempt)).toBeUndefined()
  })
})
