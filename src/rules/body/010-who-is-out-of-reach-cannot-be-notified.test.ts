import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire, unmet } from '../rule.ts'
import { whoIsOutOfReachCannotBeNotified as rule } from './010-who-is-out-of-reach-cannot-be-notified.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const states = [
  ['reservasjon is JA', { reservasjon: 'JA' }],
  ['status is SLETTET', { status: 'SLETTET' }],
  ['status is IKKE_REGISTRERT', { status: 'IKKE_REGISTRERT', reservasjon: 'JA' }],
] as const

describe(rule.id, () => {
  it.each(states)('conforms: %s, KAN_IKKE_VARSLES', async (_, state) => {
    const reading = sampleReading({ person: { ...state, varslingsstatus: 'KAN_IKKE_VARSLES' } })
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([])
  })

  it.each(states)('deviates: %s, KAN_VARSLES', async (why, state) => {
    expect(await findingsOf(rule, sampleReading({ person: state }))).toEqual([
      {
        at: '/varslingsstatus',
        expected: `not KAN_VARSLES, for ${why}`,
        actual: fromWire('KAN_VARSLES'),
      },
    ])
  })

  it.each(['RESERVED', 'DELETED', 'UNREGISTERED'] as const)(
    'tells that %s was to be judged',
    (persona) => {
      expect(rule.notApplicable?.(sampleReading({ expected: { persona } }))).toContain(
        `though the test user is configured as ${persona}`,
      )
    },
  )

  it('does not apply to an active person, nor where varslingsstatus is not given', async () => {
    expect(await findingsOf(rule, sampleReading())).toEqual([])
    expect(rule.notApplicable?.(sampleReading())).toBe(
      'the person is neither reserved nor SLETTET nor IKKE_REGISTRERT',
    )
    const reading = sampleReading({ person: { reservasjon: 'JA', varslingsstatus: undefined } })
    expect(rule.notApplicable?.(reading)).toEqual(unmet('no-varslingsstatus'))
  })
})
