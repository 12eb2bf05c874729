import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { oneOfTwoChangesAtOnceStands as rule } from './013-one-of-two-changes-at-once-stands.ts'
import { sampleCompetition } from './sample-change.fixture.ts'

describe(rule.id, () => {
  it('conforms: both accepted, and either stands', async () => {
    expect(await findingsOf(rule, sampleCompetition())).toEqual([])
    expect(await findingsOf(rule, sampleCompetition({ after: { spraak: 'en' } }))).toEqual([])
    expect(rule.met?.(sampleCompetition())).toBe('both accepted')
  })

  it('conforms: one accepted, the other told of the conflict', async () => {
    const competition = sampleCompetition({ statuses: [409, 204] })
    expect(await findingsOf(rule, competition)).toEqual([])
    expect(rule.met?.(competition)).toBe('one accepted, the other refused')
  })

  it('applies where one was refused, and nothing stands where neither was accepted', async () => {
    expect(rule.notApplicable?.(sampleCompetition({ statuses: [409, 204] }))).toBeUndefined()
    const neither = sampleCompetition({ statuses: [409, 302], after: { spraak: 'nn' } })
    expect(await findingsOf(rule, neither)).toEqual([])
    expect(rule.met?.(neither)).toBeUndefined()
    expect(rule.met?.(sampleCompetition({ statuses: [409, 302] }))).toBeUndefined()
  })

  it('does not apply where both were refused', () => {
    const competition = sampleCompetition({ statuses: [409, 403], after: { spraak: 'nn' } })
    expect(rule.notApplicable?.(sampleCompetition())).toBeUndefined()
    expect(rule.notApplicable?.(competition)).toBe('both were refused: nothing of them can stand')
    expect(rule.met?.(competition)).toBeUndefined()
  })

  it('deviates: a third value stands', async () => {
    for (const statuses of [
      [204, 204],
      [409, 204],
    ] as const) {
      const competition = sampleCompetition({ statuses, after: { spraak: 'nn' } })
      expect(await findingsOf(rule, competition)).toEqual([
        { at: '/spraak', expected: 'one of the two values sent', actual: fromWire('nn') },
      ])
      expect(rule.met?.(competition)).toBeUndefined()
    }
  })

  it('deviates: the second is answered with a server error', async () => {
    expect(await findingsOf(rule, sampleCompetition({ statuses: [204, 500] }))).toEqual([
      { at: 'status', expected: 'no server error', actual: fromWire(500) },
    ])
  })
})
