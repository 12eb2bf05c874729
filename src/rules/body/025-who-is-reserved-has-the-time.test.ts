import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { whoIsReservedHasTheTime as rule } from './025-who-is-reserved-has-the-time.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const reserved = (reservasjonstidspunkt: unknown) =>
  sampleReading({ person: { reservasjon: 'JA', reservasjonstidspunkt } })

describe(rule.id, () => {
  it('conforms: reserved, and since when', async () => {
    const reading = reserved('2023-06-13T13:42:34+02')
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it.each([
    [undefined, 'absent'],
    [null, fromWire(null)],
  ])('deviates: reserved, and the time is %j', async (time, actual) => {
    expect(await findingsOf(rule, reserved(time))).toEqual([
      { at: '/reservasjonstidspunkt', expected: 'there, for reservasjon is JA', actual },
    ])
  })

  it('does not apply to who is not reserved, and says where she is configured to be', () => {
    expect(rule.notApplicable?.(sampleReading())).toBe('reservasjon is not JA')
    expect(rule.notApplicable?.(sampleReading({ expected: { persona: 'RESERVED' } }))).toBe(
      'reservasjon is not JA, though the test user is configured as RESERVED',
    )
  })
})
