import { describe, expect, test } from 'vitest'
import { isLoopbackUrl, requireConfidential } from './own-hosts.ts'

describe('loopback', () => {
  test.each([
    'http://localhost:3000/callback',
    'http://127.0.0.1',
    'http://127.8.9.1:1',
    'http://[::1]:80/',
    'http://op.localhost/',
  ])('%s is this machine', (url) => {
    expect(isLoopbackUrl(url)).toBe(true)
  })

  test.each([
    'http://localhost.example',
    'https://127.0.0.1.example',
    'http://10.0.0.1',
    'localhost',
  ])('%s is not', (url) => {
    expect(isLoopbackUrl(url)).toBe(false)
  })

  test('plain http is for loopback only', () => {
    expect(requireConfidential('http://localhost:1/token', 'x')).toBe('http://localhost:1/token')
    expect(() => requireConfidential('http://op.example/token', 'the token endpoint')).toThrow(
      'the token endpoint must be https, but is http on a host that is not loopback',
    )
  })
})
