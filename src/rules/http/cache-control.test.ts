import { expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { cacheDirectives } from './cache-control.ts'

const directives = (...values: readonly string[]) => {
  const fields = values.map((value) => ['cache-control', value] as const)
  return [...cacheDirectives(sampleExchange({ fields }).response)]
}

test('directives are known in any case, with arguments, and on several lines', () => {
  expect(directives('No-Store, S-MaxAge=60', 'private')).toEqual([
    'no-store',
    's-maxage',
    'private',
  ])
})

test('what stands in quotes is no directive', () => {
  expect(directives('private="set-cookie, public", max-age=1')).toEqual(['private', 'max-age'])
  expect(directives('a="b\\", c", d="", e')).toEqual(['a', 'd', 'e'])
})

test('without the field there is none', () => {
  expect(directives()).toEqual([])
})
