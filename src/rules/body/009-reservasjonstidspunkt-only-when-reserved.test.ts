import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire, unmet } from '../rule.ts'
import { reservasjonstidspunktOnlyWhenReserved as rule } from './009-reservasjonstidspunkt-only-when-reserved.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const reservasjonstidspunkt = '2023-06-13T13:42:34+02'

describe(rule.id, () => {
  it('conforms: not reserved, and no time of a reservation', async () => {
    expect(rule.notApplicable?.(sampleReading())).toBeUndefined()
    expect(await findingsOf(rule, sampleReading())).toEqual([])
  })

  it('deviates: not reserved, with a time of the reservation', async () => {
    const reading = sampleReading({ person: { reservasjonstidspunkt } })
    expect(await findingsOf(rule, reading)).toEqual([
      {
        at: '/reservasjonstidspunkt',
        expected: 'absent, for reservasjon is NEI',
        actual: fromWire(reservasjonstidspunkt),
      },
    ])
  })

  it.each(['JA', undefined, 'ja'])('does not apply where reservasjon is %j', (reservasjon) => {
    const reading = sampleReading({ person: { reservasjon, reservasjonstidspunkt } })
    expect(rule.notApplicable?.(reading)).toEqual(unmet('is-not-unreserved'))
  })
})
