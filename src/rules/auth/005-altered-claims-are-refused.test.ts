import { describe, expect, test } from 'vitest'
import { samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { alteredClaimsAreRefused as rule } from './005-altered-claims-are-refused.ts'
import { sampleRefusal, sampleRefusedWrite } from './sample-refusal.fixture.ts'

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
