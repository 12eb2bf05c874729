import { describe, expect, test } from 'vitest'
import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire, type Rule } from '../rule.ts'
import { sampleRefusal, sampleRefusedWrite } from './sample-refusal.fixture.ts'

/** Declares the tests that every rule passes by which credentials must be refused, for GET and PATCH alike. */
export const holdsForRefusals = (rule: Rule<Refusal | RefusedWrite>): void => {
  describe(rule.id, () => {
    test('conforms: refused, nothing disclosed, nothing changed', async () => {
      expect(await findingsOf(rule, sampleRefusal())).toEqual([])
      expect(await findingsOf(rule, sampleRefusedWrite())).toEqual([])
    })

    test('deviates: let in', async () => {
      const { reservasjon, status } = samplePerson
      const answer = { status: 200, content: { reservasjon, status } }
      expect(await findingsOf(rule, sampleRefusal(answer))).toEqual([
        { at: 'status', expected: 'a refusal, 4xx', actual: fromWire(200) },
        { at: '/reservasjon', expected: 'no member of a person', actual: 'present' },
      ])
    })

    test('deviates: refused in word, and written all the same', async () => {
      expect(await findingsOf(rule, sampleRefusedWrite({ spraak: 'en' }))).toEqual([
        { at: '/spraak', expected: fromWire('nb'), actual: fromWire('en') },
      ])
    })
  })
}
