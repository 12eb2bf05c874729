import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../evidence/json.ts'
import {
  sampleExchange,
  sampleJws,
  samplePid,
  sampleReading,
} from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { writeScopeAloneYieldsBaseMembersOnly as rule } from './007-write-scope-alone-yields-base-members-only.ts'

const base = { personidentifikator: samplePid, reservasjon: 'NEI', status: 'AKTIV' }

const answered = (person: JsonObject, jws = false) => {
  const scopes = ['krr:user/spraak.write'] as const
  const reading = sampleReading(jws ? { scopes, jws: sampleJws } : { scopes })
  return { exchange: reading.exchange, reading: { ...reading, person } }
}
const refused = (status: number) => ({ exchange: sampleExchange({ status }), reading: undefined })

describe(rule.id, () => {
  it('conforms: 403', async () => {
    expect(await findingsOf(rule, refused(403))).toEqual([])
    expect(rule.met?.(refused(403))).toBe('refused with 403')
  })

  it.each([base, { ...base, reservasjon_oppdatert: '2023-06-13T13:42:34+02', spraak: null }])(
    'conforms: %j',
    async (person) => {
      expect(await findingsOf(rule, answered(person))).toEqual([])
      expect(rule.met?.(answered(person))).toBe('the base members only')
    },
  )

  it('conforms: the base members in a JWS with registered claims', async () => {
    expect(await findingsOf(rule, answered({ ...base, iat: 1 }, true))).toEqual([])
  })

  it('deviates: more than the base members, known or unknown', async () => {
    const more = answered({ ...base, spraak: 'nb', iat: 1 })
    expect(await findingsOf(rule, more)).toEqual([
      { at: '/spraak', expected: 'absent', actual: fromWire('nb') },
      { at: '/iat', expected: 'absent', actual: fromWire(1) },
    ])
    expect(rule.met?.(more)).toBeUndefined()
  })

  it('deviates: less than the base members', async () => {
    expect(await findingsOf(rule, answered({ personidentifikator: samplePid }))).toEqual([
      { at: '/reservasjon', expected: 'present', actual: 'absent' },
      { at: '/status', expected: 'present', actual: 'absent' },
    ])
  })

  it.each([401, 404, 500])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, refused(status))).toEqual([
      { at: 'status', expected: '403, or 200 with the base members', actual: fromWire(status) },
    ])
  })

  it('deviates: 200 and no person', async () => {
    expect(await findingsOf(rule, refused(200))).toEqual([
      { at: 'content', expected: 'the base members of a person', actual: 'no person' },
    ])
    expect(rule.met?.(refused(200))).toBeUndefined()
  })
})
