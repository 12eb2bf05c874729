import { describe, expect, test } from 'vitest'
import { type Binding, type Sealed, seal, unseal } from './seal.ts'

const stateKey = 'a-key-of-the-tests-of-32-or-more-characters'
const binding: Binding = {
  environment: 'mine',
  apiUrl: 'https://api.example/rest/v1/person',
  issuer: 'https://op.example',
  clientId: 'a-client',
}
const expiresAt = '2026-11-25T10:00:00.000Z'
const secret = 'a-refresh-token-that-nobody-may-see'
const sealed = seal(secret, { stateKey, binding, expiresAt })

/** The same with one bit turned. */
const turned = (base64: string, at: number): string => {
  const bytes = Buffer.from(base64, 'base64')
  const index = at < 0 ? bytes.length + at : at
  bytes[index] = (bytes[index] ?? 0) ^ 1
  return bytes.toString('base64')
}

describe('a sealed text', () => {
  test('opens with its key, for what it is bound to', () => {
    expect(unseal(sealed, { stateKey, binding })).toBe(secret)
  })

  test('shows nothing of itself', () => {
    const lies = JSON.stringify(sealed)
    expect(Object.keys(sealed)).toEqual(['format', 'expiresAt', 'nonce', 'sealed'])
    for (const part of [secret, secret.slice(0, 8), binding.clientId, stateKey])
      for (const form of ['utf8', 'base64', 'base64url', 'hex'] as const)
        expect(lies).not.toContain(Buffer.from(part).toString(form).replace(/=+$/, ''))
  })

  test('has a nonce of its own each time', () => {
    const again = seal(secret, { stateKey, binding, expiresAt })
    expect(Buffer.from(again.nonce, 'base64')).toHaveLength(12)
    expect([again.nonce, again.sealed]).not.toEqual([sealed.nonce, sealed.sealed])
  })

  test('stays closed with another key', () => {
    expect(unseal(sealed, { stateKey: `${stateKey}.`, binding })).toBeUndefined()
  })

  test.each(['environment', 'apiUrl', 'issuer', 'clientId'] as const)(
    'stays closed for another %s',
    (member) => {
      const other = { ...binding, [member]: `${binding[member]}.` }
      expect(unseal(sealed, { stateKey, binding: other })).toBeUndefined()
    },
  )

  test.each<[string, Partial<Sealed>]>([
    ['its content', { sealed: turned(sealed.sealed, 0) }],
    ['its tag', { sealed: turned(sealed.sealed, -1) }],
    ['its nonce', { nonce: turned(sealed.nonce, 0) }],
    ['its expiry', { expiresAt: '2026-11-25T10:00:01.000Z' }],
    ['its length', { sealed: Buffer.from(sealed.sealed, 'base64').subarray(1).toString('base64') }],
    ['all of it', { sealed: '', nonce: '' }],
    ['its nonce, which is none', { nonce: '' }],
  ])('stays closed where somebody changed %s', (_, change) => {
    expect(unseal({ ...sealed, ...change }, { stateKey, binding })).toBeUndefined()
  })
})
