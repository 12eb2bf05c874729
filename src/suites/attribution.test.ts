import { describe, expect, test } from 'vitest'
import { hasMark, isRepeated, suspectsOf } from './attribution.ts'

const documents = [
  '{"spraak":"de"}',
  '{"reservasjon":"JA"}',
  '{"spraak":"en","status":"SLETTET"}',
  'no JSON',
]
const suspected = (...members: readonly string[]) => [
  ...suspectsOf(
    members.map((member) => ({ member })),
    documents,
  ),
]

describe('which documents may answer for a change that came only once', () => {
  test('the documents that name the member', () => {
    expect(suspected('reservasjon')).toEqual([1])
    expect(suspected('kontaktinformasjon', 'status')).toEqual([2])
  })

  test('else those that ask for something beside the language', () => {
    expect(suspected('reservasjon_oppdatert')).toEqual([1, 2])
  })

  test('else all of them', () => {
    expect([...suspectsOf([{ member: 'sertifikat' }], ['{"spraak":"de"}', ''])]).toEqual([0, 1])
  })

  test('nobody where nothing changed, or the language: it was put back, and none moved it again', () => {
    expect(suspected()).toEqual([])
    expect(suspected('spraak', 'spraak_oppdatert')).toEqual([])
  })
})

describe('whose a change is', () => {
  const change = (member: string, second: unknown) => ({ member, second })
  const refused = {
    isAccepted: false,
    sent: ['{"epostadresse":"conformance@example.com","reservasjon":"JA"}'],
  }

  test('the step’s own where the member changes again', () => {
    expect(isRepeated([change('sertifikat', 'a')], [change('sertifikat', 'b')])).toBe(true)
    expect(isRepeated([change('sertifikat', 'a')], [change('status', 'b')])).toBe(false)
    expect(isRepeated([change('sertifikat', 'a')], [])).toBe(false)
  })

  test('its own where the value is one that was sent, and long enough to be nobody else’s', () => {
    expect(hasMark([change('epostadresse', 'conformance@example.com')], refused)).toBe(true)
    expect(hasMark([change('epostadresse', 'another@example.com')], refused)).toBe(false)
    expect(hasMark([change('reservasjon', 'JA')], refused)).toBe(false)
  })

  test('its own where an accepted write left what it asked for, however short', () => {
    expect(hasMark([change('reservasjon', 'JA')], { ...refused, isAccepted: true })).toBe(true)
    expect(hasMark([change('reservasjon', undefined)], { ...refused, isAccepted: true })).toBe(
      false,
    )
  })
})
