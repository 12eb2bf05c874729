import { expect, test } from 'vitest'
import { isError, isRefusal, isServerError, isSuccess } from './statuses.ts'

test.each([
  [199, undefined],
  [200, 'success'],
  [299, 'success'],
  [300, undefined],
  [399, undefined],
  [400, 'refusal'],
  [499, 'refusal'],
  [500, 'server error'],
  [599, 'server error'],
  [600, undefined],
])('%i says: %s', (status, said) => {
  expect(isSuccess(status)).toBe(said === 'success')
  expect(isRefusal(status)).toBe(said === 'refusal')
  expect(isError(status)).toBe(status > 399)
  expect(isServerError(status)).toBe(said === 'server error')
})
