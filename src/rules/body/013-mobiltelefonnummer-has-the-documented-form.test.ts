import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { mobiltelefonnummerHasTheDocumentedForm as rule } from './013-mobiltelefonnummer-has-the-documented-form.ts'
import { sampleReading } from './sample-reading.fixture.ts'

const withNumber = (mobiltelefonnummer: unknown) =>
  sampleReading({ person: { kontaktinformasjon: { mobiltelefonnummer } } })
const at = '/kontaktinformasjon/mobiltelefonnummer'

describe(rule.id, () => {
  it.each([
    '99999999',
    '+4799999999',
    '0047 999 99 999',
    '+46-70_123 45 67',
    '12121212',
    '+1234567890123456789',
  ])('conforms: %s', async (number) => {
    expect(rule.notApplicable?.(withNumber(number))).toBeUndefined()
    expect(await findingsOf(rule, withNumber(number))).toEqual([])
  })

  it.each(['+47 NINE9999', '4799+99999', '(47)99999999', '99999999\n', '99.99.99.99'])(
    'deviates: %j',
    async (number) => {
      expect(await findingsOf(rule, withNumber(number))).toEqual([
        {
          at,
          expected: 'digits, blanks, hyphens and underlines, with or without + before them',
          actual: fromWire(number),
        },
      ])
    },
  )

  it.each([
    ['9999999', '7 characters'],
    ['+12345678901234567890', '21 characters'],
    ['', '0 characters'],
  ])('deviates: %j', async (number, actual) => {
    expect(await findingsOf(rule, withNumber(number))).toEqual([
      { at, expected: '8 to 20 characters', actual },
    ])
  })

  it.each([undefined, null, 4799999999])('does not apply to %j', (number) => {
    expect(rule.notApplicable?.(withNumber(number))).toBe('there is no mobiltelefonnummer')
  })
})
