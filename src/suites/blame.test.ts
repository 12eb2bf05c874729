import { describe, expect, test } from 'vitest'
import { blamedFor } from './blame.ts'

const documents = [
  '{"spraak":"de"}',
  '{"reservasjon":"JA"}',
  '{"spraak":"en","status":"SLETTET"}',
  'no JSON',
]
const blamed = (...members: readonly string[]) => [
  ...blamedFor(
    members.map((member) => ({ member })),
    documents,
  ),
]

describe('who is blamed for a change that came only once', () => {
  test('the documents that name the member', () => {
    expect(blamed('reservasjon')).toEqual([1])
    expect(blamed('kontaktinformasjon', 'status')).toEqual([2])
  })

  test('else those that ask for something beside the language', () => {
    expect(blamed('reservasjon_oppdatert')).toEqual([1, 2])
  })

  test('else all of them', () => {
    expect([...blamedFor([{ member: 'sertifikat' }], ['{"spraak":"de"}', ''])]).toEqual([0, 1])
  })

  test('nobody where nothing changed, or the language: it was put back, and none moved it again', () => {
    expect(blamed()).toEqual([])
    expect(blamed('spraak', 'spraak_oppdatert')).toEqual([])
  })
})
