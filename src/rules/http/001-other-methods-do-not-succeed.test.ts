import { describe, expect, test } from 'vitest'
import { sampleRefusedWrite } from '../auth/sample-refusal.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { otherMethodsDoNotSucceed as rule } from './001-other-methods-do-not-succeed.ts'

describe(rule.id, () => {
  test.each([405, 403, 404, 501])('conforms: %i, nothing changed', async (status) => {
    expect(await findingsOf(rule, sampleRefusedWrite({}, { status }))).toEqual([])
  })

  test.each([200, 204, 302, 500])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, sampleRefusedWrite({}, { status, content: '' }))).toEqual([
      { at: 'status', expected: 'a refusal, 4xx', actual: fromWire(status) },
    ])
  })

  test.each([405, 501])('deviates: %i, and yet the language changed', async (status) => {
    expect(await findingsOf(rule, sampleRefusedWrite({ spraak: 'en' }, { status }))).toEqual([
      { at: '/spraak', expected: fromWire('nb'), actual: fromWire('en') },
    ])
  })
})
