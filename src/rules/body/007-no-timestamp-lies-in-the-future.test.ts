import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { noTimestampLiesInTheFuture as rule } from './007-no-timestamp-lies-in-the-future.ts'
import { sampleReading } from './sample-reading.fixture.ts'

/** The sample's answer had come at 2026-11-22T12:00:01Z. */
const withTimes = (spraak_oppdatert: unknown, mobiltelefonnummer_sist_verifisert?: unknown) =>
  sampleReading({
    person: {
      spraak_oppdatert,
      kontaktinformasjon: { mobiltelefonnummer: '+4799999999', mobiltelefonnummer_sist_verifisert },
    },
  })

describe(rule.id, () => {
  it.each([
    '2018-06-29T10:14:52+02',
    '2026-11-22T12:00:01Z',
    '2026-11-22T13:00:31+01',
    '2026-11-22T14:00:31.000+0200',
  ])('conforms: %s, which is past, or within the skew', async (time) => {
    expect(rule.notApplicable?.(withTimes(time))).toBeUndefined()
    expect(await findingsOf(rule, withTimes(time))).toEqual([])
  })

  it('deviates: 31 seconds ahead, and local time called UTC', async () => {
    const ahead = withTimes('2026-11-22T12:00:32Z', '2026-11-22T13:00:01Z')
    const expected = 'not after 2026-11-22T12:00:01.000Z, 30 s allowed'
    expect(await findingsOf(rule, ahead)).toEqual([
      { at: '/spraak_oppdatert', expected, actual: fromWire('2026-11-22T12:00:32Z') },
      {
        at: '/kontaktinformasjon/mobiltelefonnummer_sist_verifisert',
        expected,
        actual: fromWire('2026-11-22T13:00:01Z'),
      },
    ])
  })

  it.each([undefined, null, '2100-02-30T00:00:00Z', 4_102_444_800])(
    'does not apply where the only timestamp is %j',
    async (time) => {
      expect(rule.notApplicable?.(withTimes(time))).toBe(
        'there is no timestamp that names an instant',
      )
      expect(await findingsOf(rule, withTimes(time))).toEqual([])
    },
  )
})
