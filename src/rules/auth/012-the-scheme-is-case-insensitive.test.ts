import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { theSchemeIsCaseInsensitive as rule } from './012-the-scheme-is-case-insensitive.ts'
import { sampleRefusal } from './sample-refusal.fixture.ts'

describe(rule.id, () => {
  test.each([200, 204])('conforms: %i', async (status) => {
    expect(await findingsOf(rule, sampleRefusal({ status }))).toEqual([])
  })

  test.each([401, 400, 500])('deviates: %i', async (status) => {
    expect(await findingsOf(rule, sampleRefusal({ status }))).toEqual([
      { at: 'status', expected: 'a success, as with "Bearer"', actual: fromWire(status) },
    ])
  })
})
