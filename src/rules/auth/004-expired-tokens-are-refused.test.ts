import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { expiredTokensAreRefused as rule } from './004-expired-tokens-are-refused.ts'
import { sampleRefusal, sampleRefusedWrite } from './sample-refusal.fixture.ts'

const accepted = { ...sampleRefusal({ status: 200, content: '{}' }) }

describe(rule.id, () => {
  test('conforms: refused at once, and refused later', async () => {
    for (const lateByMs of [0, 1_500, 90_000]) {
      expect(await findingsOf(rule, { ...sampleRefusal(), lateByMs })).toEqual([])
      expect(await findingsOf(rule, { ...sampleRefusedWrite(), lateByMs })).toEqual([])
    }
    expect(rule.met?.({ ...sampleRefusal(), lateByMs: 1_500 })).toBe('refused 1 s after its expiry')
  })

  test('conforms: accepted within the leeway', async () => {
    expect(await findingsOf(rule, { ...accepted, lateByMs: 60_000 })).toEqual([])
    expect(rule.met?.({ ...accepted, lateByMs: 60_000 })).toBeUndefined()
  })

  test('deviates: accepted after the leeway', async () => {
    expect(await findingsOf(rule, { ...accepted, lateByMs: 60_001 })).toEqual([
      { at: 'status', expected: 'a refusal, 4xx', actual: fromWire(200) },
    ])
  })

  test('deviates: refused in word, and written all the same, at whatever time', async () => {
    const written = { ...sampleRefusedWrite({ spraak: 'en' }), lateByMs: 0 }
    expect(await findingsOf(rule, written)).toEqual([
      { at: '/spraak', expected: fromWire('nb'), actual: fromWire('en') },
    ])
  })
})
