import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { personidentifikatorIsWhoLoggedIn as rule } from './002-personidentifikator-is-who-logged-in.ts'
import { samplePid, sampleReading } from './sample-reading.fixture.ts'

const someoneElse = '15819010029'

describe(rule.id, () => {
  it('conforms: the number that logged in', async () => {
    expect(rule.notApplicable?.(sampleReading())).toBeUndefined()
    expect(await findingsOf(rule, sampleReading())).toEqual([])
  })

  it("deviates: another person's number, never shown in clear", async () => {
    const reading = sampleReading({ person: { personidentifikator: someoneElse } })
    expect(rule.notApplicable?.(reading)).toBeUndefined()
    expect(await findingsOf(rule, reading)).toEqual([
      {
        at: '/personidentifikator',
        expected: fromWire(samplePid),
        actual: fromWire(someoneElse),
      },
    ])
  })

  it.each([undefined, null, 20914695016, '20914695017'])(
    'does not apply to %j, which is no valid number',
    (personidentifikator) => {
      expect(rule.notApplicable?.(sampleReading({ person: { personidentifikator } }))).toContain(
        'KRR-BODY-003',
      )
    },
  )

  it('does not apply to an operator whose ID token names nobody', () => {
    expect(rule.notApplicable?.(sampleReading({ expected: { pid: undefined } }))).toBe(
      'the ID token of who logged in names nobody',
    )
  })
})
