import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPersonidentifikator, isSynthetic, syntheticSeries } from './personidentifikator.ts'
import { sampleNumber } from './samples.fixture.ts'

describe('isPersonidentifikator', () => {
  test.each(['20914695016', '22885399316', '28876895937', '20828897528'])(
    '%s of the published synthetic numbers is one',
    (number) => {
      expect(isPersonidentifikator(number)).toBe(true)
      expect(isSynthetic(number)).toBe(true)
    },
  )

  test.each(['', '2091469501', '209146950160', '2091469501x', '12345678901', '00000000000'])(
    '"%s" is none',
    (text) => expect(isPersonidentifikator(text)).toBe(false),
  )

  test('a D-number is one, and synthetic where its month says so', () => {
    expect(isPersonidentifikator(sampleNumber(61, 83))).toBe(true)
    expect(isSynthetic(sampleNumber(61, 83))).toBe(true)
  })

  test('a number of another synthetic series is one, and cannot be a real person’s', () => {
    for (const [month, series] of [
      [23, 20],
      [43, 40],
      [70, 65],
      [83, 80],
    ] as const) {
      const number = sampleNumber(3, month)
      expect([isPersonidentifikator(number), syntheticSeries(number)]).toEqual([true, series])
    }
    expect(syntheticSeries(sampleNumber(3, 12))).toBeUndefined()
    expect(isSynthetic(sampleNumber(3, 7))).toBe(false)
  })

  test('a number of 2032, whose first control digit leaves up to 3, is one', () => {
    expect(isPersonidentifikator(sampleNumber(1, 81, 3))).toBe(true)
    expect(isPersonidentifikator(sampleNumber(1, 81, 4))).toBe(false)
  })

  test('no single digit can be changed unnoticed', () => {
    const change = fc.record({
      at: fc.integer({ min: 0, max: 10 }),
      by: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(change, ({ at, by }) => {
        const digits = [...'20914695016'].map(Number)
        digits[at] = ((digits[at] ?? 0) + by) % 10
        expect(isPersonidentifikator(digits.join(''))).toBe(false)
      }),
    )
  })
})
