import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { languageChangeIsAccepted as rule } from './001-language-change-is-accepted.ts'
import { sampleChange } from './sample-change.fixture.ts'

describe(rule.id, () => {
  it.each([204, 200])('conforms: %i', async (status) => {
    const change = sampleChange({ response: { status } })
    expect(await findingsOf(rule, change)).toEqual([])
    expect(rule.met?.(change)).toBe(`accepted with ${status}`)
  })

  it.each([201, 202, 302, 400, 403, 500])('deviates: %i', async (status) => {
    const change = sampleChange({ response: { status } })
    expect(await findingsOf(rule, change)).toEqual([
      { at: 'status', expected: '204 or 200', actual: fromWire(status) },
    ])
    expect(rule.met?.(change)).toBeUndefined()
  })
})
