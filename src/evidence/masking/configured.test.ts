import { describe, expect, test } from 'vitest'
import { learnConfiguration } from './configured.ts'
import { createVault } from './vault.ts'

const none = {
  pid: undefined,
  personas: {},
  clientAuthentication: { method: 'private_key_jwt', jwk: {} },
  minid: undefined,
} as const

const scrubbed = (configured: Parameters<typeof learnConfiguration>[1], text: string): string => {
  const vault = createVault((kind) => `<${kind}>`)
  learnConfiguration(vault, configured)
  return vault.scrub(text)
}

describe('what the configuration holds never shows', () => {
  test('the numbers of the test user and of the personas', () => {
    const personas = { RESERVED: '20914695199', DELETED: undefined, EXPIRED: '' }
    const text = '20914695016 20914695199 20914695288'
    expect(scrubbed({ ...none, pid: '20914695016', personas }, text)).toBe(
      '<pid> <pid> 20914695288',
    )
  })

  test('the client secret', () => {
    const clientAuthentication = { method: 'client_secret', secret: 's3cret-of-ours' } as const
    expect(scrubbed({ ...none, clientAuthentication }, 'is s3cret-of-ours')).toBe(
      'is <client secret>',
    )
  })

  test.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])('the member %s of a private key', (member) => {
    const jwk = { kid: 'our-public-kid', [member]: 'private-part', ext: 123456789 }
    const clientAuthentication = { method: 'private_key_jwt', jwk } as const
    expect(scrubbed({ ...none, clientAuthentication }, 'our-public-kid private-part')).toBe(
      'our-public-kid <private key>',
    )
  })

  test('the password and the one-time code', () => {
    const minid = { password: 'pass-word-1', oneTimeCode: '987654' }
    expect(scrubbed({ ...none, minid }, 'pass-word-1 987654')).toBe('<password> <one-time code>')
  })

  test('a key whose members are no text is no reason to break', () => {
    const clientAuthentication = { method: 'private_key_jwt', jwk: { d: 123456789 } } as const
    expect(scrubbed({ ...none, clientAuthentication }, '123456789')).toBe('123456789')
  })
})
