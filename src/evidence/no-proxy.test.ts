import { expect, test } from 'vitest'
import { isExcepted } from './tls-connection.ts'

test.each([
  ['krr.example', 443, undefined, false],
  ['krr.example', 443, '', false],
  ['krr.example', 443, '*', true],
  ['krr.example', 443, 'other.example, KRR.example', true],
  ['krr.example', 443, 'example', true],
  ['krr.example', 443, '.example', true],
  ['krr.example', 443, '*.example', true],
  ['krr.example', 443, 'r.example', false],
  ['krr.example', 443, 'krr.example:443', true],
  ['krr.example', 443, 'krr.example:8443', false],
  ['2001:db8::1', 443, '[2001:db8::1]', true],
  ['2001:db8::1', 443, '[2001:db8::1]:8443', false],
])('%s:%s, NO_PROXY %s: %s', (host, port, noProxy, excepted) => {
  expect(isExcepted(host, port, noProxy)).toBe(excepted)
})
