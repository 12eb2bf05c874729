import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { jwkSetIsStrongAndPublic as rule } from './003-jwk-set-is-strong-and-public.ts'
import { sampleJwk, sampleProvider } from './sample-login.fixture.ts'

const judge = (...keys: readonly unknown[]) => findingsOf(rule, sampleProvider({ keys }))
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const short = generateKeyPairSync('rsa', { modulusLength: 1024 })

describe(rule.id, () => {
  test('conforms: RSA of 2048 bits, EC, and beside them a type that nobody here knows', async () => {
    expect(await judge(sampleJwk)).toEqual([])
    expect(await judge(ec.publicKey.export({ format: 'jwk' }), { kty: 'NEW' })).toEqual([])
  })

  test('deviates: RSA of 1024 bits, also with zeros before them', async () => {
    const jwk = short.publicKey.export({ format: 'jwk' })
    const padded = Buffer.concat([Buffer.alloc(128), Buffer.from(jwk.n ?? '', 'base64url')])
    const deviation = { expected: '2048 bits or more', actual: '1024 bits' }
    expect(await judge(sampleJwk, jwk, { ...jwk, n: padded.toString('base64url') })).toEqual([
      { at: '/keys/1/n', ...deviation },
      { at: '/keys/2/n', ...deviation },
    ])
  })

  test('deviates: an RSA key without a modulus', async () => {
    const moduli = [undefined, 7, '', 'AAA']
    expect(await judge(...moduli.map((n) => ({ kty: 'RSA', n })))).toEqual(
      moduli.map((_, index) => ({
        at: `/keys/${index}/n`,
        expected: '2048 bits or more',
        actual: '0 bits',
      })),
    )
  })

  test('a modulus is as long as it is without its leading zeros, those that end it among it', async () => {
    for (const [n, bits] of [
      ['AQ', 1],
      ['Ag', 2],
      ['AAEA', 9],
    ]) {
      expect(await judge({ kty: 'RSA', n })).toMatchObject([{ actual: `${bits} bits` }])
    }
  })

  test('deviates: private and symmetric members, whose values no finding shows', async () => {
    const deviation = { expected: 'absent, for it is private', actual: 'present' }
    const privateEc = ec.privateKey.export({ format: 'jwk' })
    expect(await judge(privateEc, { kty: 'oct', k: 'c2VjcmV0' })).toEqual([
      { at: '/keys/0/d', ...deviation },
      { at: '/keys/1/k', ...deviation },
    ])
  })

  test('deviates: no key, no list, no response', async () => {
    const none = [{ at: '/keys', expected: 'a list with an RSA or EC key', actual: 'none' }]
    const provider = sampleProvider()
    expect(await judge()).toEqual(none)
    expect(await judge('key')).toEqual(none)
    expect(await judge({ kty: 'NEW' })).toEqual(none)
    expect(await findingsOf(rule, { ...provider, jwks: sampleExchange({ content: '{' }) })).toEqual(
      none,
    )
    expect(await findingsOf(rule, { ...provider, jwks: sampleExchange({ status: 404 }) })).toEqual([
      { at: 'status', expected: '200', actual: fromWire(404) },
    ])
  })
})
