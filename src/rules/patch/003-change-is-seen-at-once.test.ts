import { describe, expect, it } from 'vitest'
import type { LanguageChange } from '../../evidence/refusal.ts'
import { sampleJws, sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { changeIsSeenAtOnce as rule } from './003-change-is-seen-at-once.ts'
import { sampleChange } from './sample-change.fixture.ts'

describe(rule.id, () => {
  it('conforms: all three readings show what was sent', async () => {
    expect(rule.notApplicable?.(sampleChange())).toBeUndefined()
    expect(await findingsOf(rule, sampleChange())).toEqual([])
  })

  it('deviates: each reading that shows something else, or nothing', async () => {
    const change: LanguageChange = {
      ...sampleChange(),
      after: [
        sampleReading({ person: { spraak: 'nn' } }),
        sampleReading({ person: { spraak: 'nb' }, jws: sampleJws }),
        sampleReading({ person: { spraak: undefined } }),
      ],
    }
    expect(await findingsOf(rule, change)).toEqual([
      { at: '/spraak', expected: 'the value sent, read as a JWS', actual: fromWire('nb') },
      { at: '/spraak', expected: 'the value sent, read with other scopes', actual: 'absent' },
    ])
  })

  it('does not judge a reading that cannot show the language', async () => {
    const scopes = ['krr:user/spraak.write'] as const
    const blind = sampleReading({ scopes, person: { spraak: undefined } })
    const [json, jws] = sampleChange().after
    const change: LanguageChange = { ...sampleChange(), after: [json, jws, blind] }
    expect(await findingsOf(rule, change)).toEqual([])
    expect(rule.notApplicable?.({ ...change, after: [blind, blind, blind] })).toBe(
      'no reading has the scope that shows spraak',
    )
  })

  it('does not apply to a change that was not accepted', () => {
    expect(rule.notApplicable?.(sampleChange({ response: { status: 500 } }))).toContain(
      'KRR-PATCH-001',
    )
  })
})
