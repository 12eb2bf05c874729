import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { kidsAreUniqueAndLifetimesStated as rule } from './013-kids-are-unique-and-lifetimes-stated.ts'
import { sampleJwk, sampleLogin, sampleProvider } from './sample-login.fixture.ts'

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
const { kid: _, ...anonymous } = sampleJwk

describe(rule.id, () => {
  test('conforms: kids of their own, and keys without one', async () => {
    const keys = [sampleJwk, { ...sampleJwk, kid: 'key-2' }, anonymous, anonymous]
    expect(await findingsOf(rule, sampleProvider({ keys }))).toEqual([])
    expect(rule.met?.(sampleProvider({ keys }))).toBeUndefined()
  })

  test('conforms: keys of different types under one kid, which is reported', async () => {
    const keys = [{ ...sampleJwk, kid: 'key-2' }, sampleJwk, { ...ec, kid: 'key-1' }]
    const provider = sampleProvider({ keys })
    expect(await findingsOf(rule, provider)).toEqual([])
    expect(rule.met?.(provider)).toBe('keys of different types share a kid')
  })

  test('nothing is reported of keys of one type under one kid, or of different types under two', () => {
    expect(rule.met?.(sampleProvider({ keys: [sampleJwk, sampleJwk] }))).toBeUndefined()
    const keys = [sampleJwk, { ...ec, kid: 'key-2' }, { ...ec, kid: undefined }, anonymous]
    expect(rule.met?.(sampleProvider({ keys }))).toBeUndefined()
  })

  test('deviates: a kid that another key of the type has', async () => {
    const keys = [sampleJwk, { ...ec, kid: 'key-2' }, sampleJwk]
    expect(await findingsOf(rule, sampleProvider({ keys }))).toEqual([
      { at: '/keys/2/kid', expected: 'a kid of its own', actual: fromWire('key-1') },
    ])
  })

  test('conforms: a positive lifetime', async () => {
    expect(await findingsOf(rule, sampleLogin())).toEqual([])
    expect(rule.met?.(sampleLogin())).toBeUndefined()
  })

  test.each([0, -120, '120', null])('deviates: expires_in is %s', async (seconds) => {
    const login = sampleLogin({ tokenResponse: { expires_in: seconds } })
    expect(await findingsOf(rule, login)).toEqual([
      { at: '/expires_in', expected: 'a positive number', actual: fromWire(seconds) },
    ])
  })

  test('deviates: no expires_in', async () => {
    const login = sampleLogin({ tokenResponse: { expires_in: undefined } })
    expect(await findingsOf(rule, login)).toEqual([
      { at: '/expires_in', expected: 'a positive number', actual: 'absent' },
    ])
  })

  test('not applicable: no JWK Set, or one with another status; no tokens', async () => {
    const content = JSON.stringify({ keys: [sampleJwk, sampleJwk] })
    const gone = { ...sampleProvider(), jwks: sampleExchange({ status: 404, content }) }
    for (const provider of [gone, sampleProvider({ keys: [sampleJwk, 'key'] })]) {
      expect(rule.notApplicable?.(provider)).toBe('there is no JWK Set: KRR-OP-003')
      expect(await findingsOf(rule, provider)).toEqual([])
    }
    expect(rule.notApplicable?.(sampleProvider())).toBeUndefined()
    expect(rule.notApplicable?.(sampleLogin({ token: { status: 400 } }))).toBe(
      'there is no successful token response: KRR-OP-005',
    )
  })
})
