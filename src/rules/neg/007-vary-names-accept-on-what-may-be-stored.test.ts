import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire, unmet } from '../rule.ts'
import { varyNamesAcceptOnWhatMayBeStored as rule } from './007-vary-names-accept-on-what-may-be-stored.ts'

const stored = (vary?: string) =>
  sampleExchange({ fields: vary === undefined ? [] : [['Vary', vary]] })
const expected = 'Accept among the names'

describe(rule.id, () => {
  test.each(['Accept', 'accept-encoding, ACCEPT', '*'])('conforms: %s', async (vary) => {
    expect(await findingsOf(rule, stored(vary))).toEqual([])
  })

  test('deviates: absent, or another field alone', async () => {
    expect(await findingsOf(rule, stored())).toEqual([{ at: 'Vary', expected, actual: 'absent' }])
    expect(await findingsOf(rule, stored('Accept-Encoding'))).toEqual([
      { at: 'Vary', expected, actual: fromWire('Accept-Encoding') },
    ])
  })

  test('not applicable: no person came, or none may be stored', () => {
    expect(rule.notApplicable?.(sampleExchange({ status: 401 }))).toBe(
      'the response holds no person',
    )
    const fields = [['Cache-Control', 'no-store']] as const
    expect(rule.notApplicable?.(sampleExchange({ fields }))).toEqual(unmet('is-not-stored'))
    const privately = [['Cache-Control', 'private, max-age=60']] as const
    expect(rule.notApplicable?.(sampleExchange({ fields: privately }))).toBeUndefined()
  })
})
