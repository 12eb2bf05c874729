import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { languageTimestampMovesForward as rule } from './005-language-timestamp-moves-forward.ts'
import { type ChangeOverrides, sampleChange } from './sample-change.fixture.ts'

/** The sample's PATCH is answered at 2026-11-22T12:00:01Z by our clock. */
const moved = (earlier: unknown, later: unknown, overrides: ChangeOverrides = {}) =>
  sampleChange({
    ...overrides,
    before: { spraak_oppdatert: earlier, ...overrides.before },
    after: { spraak_oppdatert: later },
  })

describe(rule.id, () => {
  it.each([
    ['2018-06-29T10:14:52+02', '2026-11-22T13:00:00+01'],
    ['2026-11-22T13:00:00+01', '2026-11-22T12:00:01Z'],
    ['2026-11-22T13:00:00+01', '2026-11-22T13:00:00+01'],
  ])('conforms: from %s to %s', async (earlier, later) => {
    expect(rule.notApplicable?.(moved(earlier, later))).toBeUndefined()
    expect(await findingsOf(rule, moved(earlier, later))).toEqual([])
  })

  it("does not apply to a change that was not made, which is KRR-PATCH-003's", async () => {
    const time = '2018-06-29T10:14:52+02'
    const change = sampleChange({
      before: { spraak_oppdatert: time },
      after: { spraak: 'nb', spraak_oppdatert: time },
    })
    expect(rule.notApplicable?.(change)).toBe('the change had no effect on the language')
    expect(await findingsOf(rule, change)).toEqual([])
  })

  it("conforms: no second went by on the server's clock, slow as it is", async () => {
    const response = { fields: [['Date', 'Sun, 22 Nov 2026 11:00:01 GMT']] } as const
    const time = '2026-11-22T12:00:00+01'
    expect(await findingsOf(rule, moved(time, time, { response }))).toEqual([])
  })

  it('conforms: the language stood there already, and its time stays', async () => {
    const time = '2018-06-29T10:14:52+02'
    const change = moved(time, time, { before: { spraak: 'nn' } })
    expect(rule.notApplicable?.(change)).toBe('the change had no effect on the language')
    expect(await findingsOf(rule, change)).toEqual([])
  })

  it('applies where the time moved, though the language did not', () => {
    const change = moved('2018-06-29T10:14:52+02', '2026-11-22T12:00:00Z', { requested: 'nb' })
    expect(rule.notApplicable?.(change)).toBeUndefined()
  })

  it.each([
    ['2026-11-22T11:59:59Z', 1],
    ['2026-11-22T12:00:00Z', 0],
  ])('two seconds after %s the time must have moved: %i finding', async (time, findings) => {
    expect(await findingsOf(rule, moved(time, time))).toHaveLength(findings)
  })

  it('deviates: the time stands still', async () => {
    const time = '2018-06-29T10:14:52+02'
    expect(await findingsOf(rule, moved(time, time))).toEqual([
      { at: '/spraak_oppdatert', expected: 'after the time it showed', actual: fromWire(time) },
    ])
  })

  it('deviates: the time runs back, even with the same language', async () => {
    const later = '2026-11-22T12:59:59+01'
    const change = moved('2026-11-22T12:00:00Z', later, { requested: 'nb' })
    expect(await findingsOf(rule, change)).toEqual([
      {
        at: '/spraak_oppdatert',
        expected: 'not before the time it showed',
        actual: fromWire(later),
      },
    ])
  })

  it.each([
    [undefined, '2026-11-22T13:00:00+01'],
    ['2026-11-22T13:00:00+01', undefined],
    ['2026-11-22T13:00:00+01', 'now'],
  ])('does not apply from %j to %j', async (earlier, later) => {
    expect(rule.notApplicable?.(moved(earlier, later))).toContain('no spraak_oppdatert')
    expect(await findingsOf(rule, moved(earlier, later))).toEqual([])
  })

  it('does not apply to a change that was not accepted', () => {
    expect(rule.notApplicable?.(sampleChange({ response: { status: 400 } }))).toContain(
      'KRR-PATCH-001',
    )
  })
})
