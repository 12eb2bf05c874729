import { describe, expect, it } from 'vitest'
import { sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { aChangeIsNobodyElses as rule } from './017-a-change-is-nobody-elses.ts'

const before = sampleReading({ expected: { persona: 'NO_MAILBOX' } })

describe(rule.id, () => {
  it('conforms: the other person is as before', async () => {
    expect(await findingsOf(rule, { before, after: sampleReading() })).toEqual([])
  })

  it('deviates: the language changed with it, came or went', async () => {
    const changed = sampleReading({ person: { spraak: 'en' } })
    const without = sampleReading({ person: { spraak: undefined } })
    expect(await findingsOf(rule, { before, after: changed })).toEqual([
      { at: '/spraak', expected: fromWire('nb'), actual: fromWire('en') },
    ])
    expect(await findingsOf(rule, { before, after: without })).toEqual([
      { at: '/spraak', expected: fromWire('nb'), actual: 'absent' },
    ])
    expect(await findingsOf(rule, { before: without, after: changed })).toEqual([
      { at: '/spraak', expected: 'absent', actual: fromWire('en') },
    ])
  })
})
