import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { sameChangeAgainLeavesTheSameState as rule } from './006-same-change-again-leaves-the-same-state.ts'
import { sampleRepetition } from './sample-change.fixture.ts'

const earlier = '2026-11-22T13:00:00+01'
const later = '2026-11-22T12:00:05Z'
const moved = (before: string | undefined, after: string | undefined) =>
  sampleRepetition({ before: { spraak_oppdatert: before }, after: { spraak_oppdatert: after } })

describe(rule.id, () => {
  it('conforms: the same state, whether its time moves or not', async () => {
    expect(rule.notApplicable?.(sampleRepetition())).toBeUndefined()
    expect(await findingsOf(rule, sampleRepetition())).toEqual([])
    expect(rule.met?.(sampleRepetition())).toBe('spraak_oppdatert stays as it was')
    expect(await findingsOf(rule, moved(earlier, later))).toEqual([])
    expect(rule.met?.(moved(earlier, later))).toBe('spraak_oppdatert moves with each request')
  })

  it('deviates: the language goes back, and another member with it', async () => {
    const repetition = sampleRepetition({ after: { spraak: 'nb', reservasjon: 'JA' } })
    expect(rule.met?.(repetition)).toBeUndefined()
    expect(await findingsOf(rule, repetition)).toEqual([
      { at: '/reservasjon', expected: fromWire('NEI'), actual: fromWire('JA') },
      { at: '/spraak', expected: fromWire('nn'), actual: fromWire('nb') },
    ])
  })

  it.each([
    [later, earlier, fromWire(earlier)],
    [earlier, undefined, 'absent'],
  ])('deviates: its time runs back or goes, from %s to %s', async (before, after, actual) => {
    expect(await findingsOf(rule, moved(before, after))).toEqual([
      { at: '/spraak_oppdatert', expected: 'not before the time it showed', actual },
    ])
  })

  it('conforms: a time that comes, or is none that could be compared', async () => {
    for (const [before, after] of [
      [undefined, earlier],
      [undefined, undefined],
      [later, 'now'],
      ['now', earlier],
    ] as const) {
      expect(await findingsOf(rule, moved(before, after))).toEqual([])
    }
  })

  it.each([302, 400, 409, 500])('deviates: answered with %i', async (status) => {
    expect(await findingsOf(rule, sampleRepetition({ statuses: [204, status] }))).toEqual([
      { at: 'status', expected: '2xx, as before', actual: fromWire(status) },
    ])
  })

  it('does not apply where the change took no effect the first time', () => {
    const repetition = sampleRepetition({ before: { spraak: 'nb' } })
    expect(rule.notApplicable?.(repetition)).toContain('KRR-PATCH-003')
  })
})
