import { describe, expect, test } from 'vitest'
import { sampleExchange, samplePerson } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { unofferedTypesAre406OrTheDefault as rule } from './006-unoffered-types-are-406-or-the-default.ts'

describe(rule.id, () => {
  test('conforms: 406, or a person, and says which', async () => {
    const refused = sampleExchange({ status: 406 })
    expect(await findingsOf(rule, refused)).toEqual([])
    expect(rule.met?.(refused)).toBe('406')
    const answered = sampleExchange({ content: JSON.stringify(samplePerson) })
    expect(await findingsOf(rule, answered)).toEqual([])
    expect(rule.met?.(answered)).toBe('application/json')
  })

  test.each([204, 302, 404, 415, 500])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, sampleExchange({ status }))).toEqual([
      { at: 'status', expected: '406 or 200', actual: fromWire(status) },
    ])
  })

  test('deviates: 200 with neither representation', async () => {
    expect(await findingsOf(rule, sampleExchange({ content: '<p>' }))).toEqual([
      { at: 'content', expected: 'JSON or a JWS', actual: 'neither representation' },
    ])
  })
})
