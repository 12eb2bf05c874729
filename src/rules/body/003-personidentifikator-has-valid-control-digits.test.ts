import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { personidentifikatorHasValidControlDigits as rule } from './003-personidentifikator-has-valid-control-digits.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const withNumber = (personidentifikator: unknown) =>
  sampleReading({ person: { personidentifikator } })

describe(rule.id, () => {
  it.each([
    ['20914695016', 'ordinary control digits'],
    ['55819010012', 'ordinary control digits'],
    ['15419010046', 'ordinary control digits'],
    ['15819010053', 'control digits of the kind issued from 2032'],
  ])('conforms: %s, with %s', async (number, met) => {
    expect(await findingsOf(rule, withNumber(number))).toEqual([])
    expect(rule.met?.(withNumber(number))).toBe(met)
  })

  it.each(['20914695017', '15819010061', '2091469501', '', 20914695016])(
    'deviates: %j',
    async (number) => {
      expect(await findingsOf(rule, withNumber(number))).toEqual([
        {
          at: '/personidentifikator',
          expected: 'a fødselsnummer or D-number, real or synthetic, with valid control digits',
          actual: fromWire(number),
        },
      ])
      expect(rule.met?.(withNumber(number))).toBeUndefined()
    },
  )

  it.each([undefined, null])('does not apply where the number is %j', (number) => {
    expect(rule.notApplicable?.(withNumber(number))).toBe('there is no personidentifikator')
    expect(rule.notApplicable?.(withNumber('12345678901'))).toBeUndefined()
  })
})
