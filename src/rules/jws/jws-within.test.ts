import { expect, test } from 'vitest'
import { jwsWithin } from './jws-within.ts'

const header = Buffer.from('{"alg":"ES256"}').toString('base64url')

test.each([
  ['base64 in the place of base64url', `${header}.Pj8-.+/+/`, 'Pj8-', [0xfb, 0xff, 0xbf]],
  ['padding', `${header}==.e30=.AAAA=`, 'e30', [0, 0, 0]],
  ['quotes and a line end', `"${header}.e30.AAAA"\r\n`, 'e30', [0, 0, 0]],
  ['no signature at all', `${header}.e30.`, 'e30', []],
])('a JWS is found with %s', (_, text, payload, signature) => {
  const jws = jwsWithin(text)
  expect(jws?.signingInput).toBe(`${header}.${payload}`)
  expect([...(jws?.signature ?? [])]).toEqual(signature)
})

test.each(['', 'e30.e30', 'a b c', `${header}..AAAA`])('in %j there is none', (text) => {
  expect(jwsWithin(text)).toBeUndefined()
})
