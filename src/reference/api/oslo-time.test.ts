import { expect, test } from 'vitest'
import { osloTime } from './register.ts'

test.each([
  ['2018-06-29T08:14:52Z', '2018-06-29T10:14:52+02'],
  ['2018-12-31T23:30:00.999Z', '2019-01-01T00:30:00+01'],
  ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01'],
  ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02'],
])('%s is %s in Oslo', (instant, expected) => {
  expect(osloTime(Date.parse(instant))).toBe(expected)
})
