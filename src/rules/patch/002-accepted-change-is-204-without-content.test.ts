import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { acceptedChangeIs204WithoutContent as rule } from './002-accepted-change-is-204-without-content.ts'
import { sampleChange } from './sample-change.fixture.ts'

describe(rule.id, () => {
  it('conforms: 204 without content', async () => {
    expect(rule.notApplicable?.(sampleChange())).toBeUndefined()
    expect(await findingsOf(rule, sampleChange())).toEqual([])
  })

  it('deviates: 200 with the person', async () => {
    const change = sampleChange({ response: { status: 200, content: '{"spraak":"nn"}' } })
    expect(await findingsOf(rule, change)).toEqual([
      { at: 'status', expected: '204', actual: fromWire(200) },
      { at: 'content', expected: 'none', actual: '15 bytes' },
    ])
  })

  it('does not apply to a change that was not accepted', () => {
    expect(rule.notApplicable?.(sampleChange({ response: { status: 403 } }))).toContain(
      'KRR-PATCH-001',
    )
  })
})
