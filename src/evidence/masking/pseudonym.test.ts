import { expect, test } from 'vitest'
import { pseudonymsWith, randomKey } from './pseudonym.ts'

const show = pseudonymsWith(new Uint8Array(32))

test.each([
  'code',
  'code_verifier',
  'client secret',
  'private key',
  'cookie',
  'request_uri',
  'login_hint',
  'password',
  'one-time code',
  'credentials',
  'state',
  'nonce',
] as const)('how a %s is written does not show', (kind) => {
  expect(show(kind, '123456')).toMatch(new RegExp(`^\\[${kind}, 6 characters, #[0-9a-f]{8}\\]$`))
})

test('of any other value the form shows, or the one that is handed in', () => {
  expect(show('pid', '20914695016')).toMatch(/^\[pid as digits, 11 characters, #/)
  expect(show('pid', '20914695016', 'number')).toMatch(/^\[pid as number, 11 characters, #/)
  expect(show('name', 'Kari 1')).toMatch(/^\[name, 6 characters, #/)
})

test('a key has 256 bits, and is another one each time', () => {
  expect(randomKey()).toHaveLength(32)
  expect(randomKey()).not.toEqual(randomKey())
})
