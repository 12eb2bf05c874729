import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { idTokenIsValid as rule } from './006-id-token-is-valid.ts'
import {
  receivedAt,
  type SampleLogin,
  sampleJwk,
  sampleLogin,
  signJwt,
} from './sample-login.fixture.ts'

const judge = (differs: SampleLogin) => findingsOf(rule, sampleLogin(differs))
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
const signedBy = (actual: string) => [
  { at: '/id_token', expected: 'signed by a key of the JWK Set', actual },
]

describe(rule.id, () => {
  test('conforms: as requested, and with clocks as far apart as they may be', async () => {
    expect(await judge({})).toEqual([])
    expect(await judge({ idToken: { exp: receivedAt - 29, iat: receivedAt + 30 } })).toEqual([])
    expect(await judge({ idToken: { aud: ['client-1'] } })).toEqual([])
  })

  test('conforms: a key that is for no alg or use in particular', async () => {
    const { alg: _alg, use: _use, ...jwk } = sampleJwk
    expect(await judge({ keys: [jwk] })).toEqual([])
  })

  test('conforms: without a kid; one of two keys of the same kid', async () => {
    expect(await judge({ signing: { header: { kid: undefined } } })).toEqual([])
    const twin = { ...other.publicKey.export({ format: 'jwk' }), kid: 'key-1' }
    expect(await judge({ keys: [twin, sampleJwk] })).toEqual([])
  })

  test('no kid: conforms with one key, given twice too, and deviates with two', async () => {
    const signing = { header: { kid: undefined } }
    const second = { ...other.publicKey.export({ format: 'jwk' }), kid: 'key-2' }
    expect(await judge({ signing, keys: [sampleJwk, { ...sampleJwk }] })).toEqual([])
    expect(await judge({ signing, keys: [sampleJwk, second] })).toEqual(
      signedBy('no kid, though the JWK Set has several keys'),
    )
  })

  test('EdDSA: conforms where the metadata list it, and deviates where they do not', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1' }]
    const signing = { header: { alg: 'EdDSA' }, key: privateKey, hash: null }
    const listing = { id_token_signing_alg_values_supported: ['RS256', 'EdDSA'] }
    expect(await judge({ keys, signing, metadata: listing })).toEqual([])
    expect(await judge({ keys, signing })).toEqual(
      signedBy('EdDSA, which id_token_signing_alg_values_supported does not list'),
    )
  })

  test('conforms: a key that is too short, which KRR-OP-003 owns', async () => {
    const keys = [{ ...short.publicKey.export({ format: 'jwk' }), kid: 'key-1' }]
    expect(await judge({ keys, signing: { key: short.privateKey } })).toEqual([])
  })

  test.each([
    ['by another key', { key: other.privateKey }, 'a signature that does not verify'],
    [
      'under an unknown kid',
      { header: { kid: 'key-2' } },
      'signed by a key that is not in the JWK Set',
    ],
    ['with alg none', { header: { alg: 'none' } }, 'an alg that is no asymmetric signature'],
    ['with HS256', { header: { alg: 'HS256' } }, 'an alg that is no asymmetric signature'],
  ])('deviates: signed %s', async (_, signing, actual) => {
    expect(await judge({ signing })).toEqual(signedBy(actual))
  })

  test('deviates: a key that is for encryption or for another alg, or that is no key', async () => {
    const absent = signedBy('signed by a key that is not in the JWK Set')
    expect(await judge({ keys: [{ ...sampleJwk, use: 'enc' }] })).toEqual(absent)
    expect(await judge({ keys: [{ ...sampleJwk, alg: 'PS256' }] })).toEqual(absent)
    expect(await judge({ keys: [{ kty: 'RSA', kid: 'key-1' }] })).toEqual(
      signedBy('a signature that does not verify'),
    )
  })

  test.each([
    ['iss', 'https://other.example', 'the configured issuer'],
    ['aud', 'client-2', 'this client'],
    ['aud', ['client-1', 'client-2'], 'this client and nobody else'],
    ['nonce', 'nonce-2', 'the nonce that was sent'],
    ['exp', receivedAt - 30, 'a time to come'],
    ['exp', '2030', 'a time to come'],
    ['iat', receivedAt + 31, 'a time that has been'],
  ])('deviates: %s is %s', async (name, value, expected) => {
    expect(await judge({ idToken: { [name]: value } })).toEqual([
      { at: `/id_token/${name}`, expected, actual: fromWire(value) },
    ])
  })

  test.each(['iss', 'sub', 'aud', 'nonce', 'exp', 'iat'])('deviates: no %s', async (name) => {
    expect(await judge({ idToken: { [name]: undefined } })).toMatchObject([
      { at: `/id_token/${name}`, actual: 'absent' },
    ])
  })

  test.each([
    ['nothing', undefined],
    ['a word', 'opaque'],
    ['a number', 7],
    ['three words', 'a.b.c'],
    ['a JWS of a list', signJwt(['claims'] as never)],
  ])('deviates: %s in its place', async (_, idToken) => {
    expect(await judge({ tokenResponse: { id_token: idToken } })).toEqual([
      { at: '/id_token', expected: 'a signed JWT', actual: 'absent, or something else' },
    ])
  })

  test('not applicable: without a token response, without a JWK Set', () => {
    const reasonOf = (differs: SampleLogin) => rule.notApplicable?.(sampleLogin(differs))
    expect(reasonOf({})).toBeUndefined()
    expect(reasonOf({ token: { status: 400 } })).toBe(
      'there is no successful token response: KRR-OP-005',
    )
    expect(reasonOf({ keys: ['key'] })).toBe('there is no JWK Set: KRR-OP-003')
  })
})
