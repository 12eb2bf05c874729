import { describe, expect, test } from 'vitest'
import { type OperatorReading, operatorCanLogIn } from './machine.ts'

const reading: OperatorReading = {
  loginKey: 'KRR_PROD_LOGIN',
  redirectKey: 'KRR_PROD_REDIRECT_URI',
  redirectUri: 'https://service.example/callback',
  isLoopback: false,
  way: 'window',
}
const found = (changes: Partial<OperatorReading>) =>
  operatorCanLogIn({ ...reading, ...changes }).map(({ state, key }) => `${state} ${key}`)

describe('an operator', () => {
  test('logs in in a window, wherever the redirect URI is', () => {
    expect(found({})).toEqual(['ok KRR_PROD_LOGIN'])
  })

  test('who pastes is told that the redirect URI’s host sees the code', () => {
    expect(found({ way: 'paste' })).toEqual(['ok KRR_PROD_LOGIN', 'warning KRR_PROD_REDIRECT_URI'])
    expect(found({ way: 'paste', isLoopback: true })).toEqual(['ok KRR_PROD_LOGIN'])
  })

  test('who can do neither is a problem', () => {
    expect(found({ way: undefined })).toEqual(['problem KRR_PROD_LOGIN'])
  })
})
