import { sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { signatureVerifiesWithX5c as rule } from './003-signature-verifies-with-x5c.ts'
import { certify, readingOf, signSample } from './sample-chain.fixture.ts'

const ca = certify({ name: 'CA' })
const ec = certify({ name: 'EC leaf', issuer: ca, isAuthority: false })
const rsa = certify({ name: 'RSA leaf', issuer: ca, isAuthority: false, rsaBits: 2048 })
const short = certify({ name: 'short leaf', issuer: ca, isAuthority: false, rsaBits: 1024 })
const broken = [
  { at: 'signature', expected: 'verifies with the key of x5c[0]', actual: 'does not verify' },
]
const noCertificate = (actual: string) => [
  { at: 'x5c', expected: 'a list that begins with a base64 DER certificate', actual },
]

describe(rule.id, () => {
  test('conforms: ES256, RS256, and a key that is too short, which KRR-JWS-005 owns', async () => {
    for (const signer of [ec, rsa, short]) {
      expect(await findingsOf(rule, readingOf({ signer }))).toEqual([])
    }
  })

  test('deviates: another payload under the same signature', async () => {
    const [header, , signature] = signSample({ signer: rsa }).split('.')
    const payload = Buffer.from('{"reservasjon":"JA"}').toString('base64url')
    const compact = `${header}.${payload}.${signature}`
    expect(await findingsOf(rule, readingOf({ signer: rsa }, compact))).toEqual(broken)
  })

  test.each([
    ['the certificate of another key', { x5c: [ca.base64] }],
    ['an alg that the key does not fit', { alg: 'RS256' }],
    ['an alg of another curve', { alg: 'ES384' }],
  ])('deviates: %s', async (_, header) => {
    expect(await findingsOf(rule, readingOf({ signer: ec, header }))).toEqual(broken)
  })

  test.each([
    ['base64url', [`${ec.base64.slice(0, 40)}-_${ec.base64.slice(42)}`]],
    ['line ends', [`${ec.base64.slice(0, 64)}\n${ec.base64.slice(64)}`]],
    [
      'bytes after the certificate',
      [Buffer.concat([ec.certificate.raw, Buffer.alloc(3)]).toString('base64')],
    ],
    ['a string that is no list', ec.base64],
    ['an empty list', []],
  ])('deviates: x5c is %s', async (_, x5c) => {
    expect(await findingsOf(rule, readingOf({ signer: ec, header: { x5c } }))).toEqual(
      noCertificate('something else'),
    )
  })

  test.each([
    ['a PEM', [ec.pem]],
    ['a PEM coded once more', [Buffer.from(ec.pem).toString('base64')]],
  ])('deviates: x5c is %s, and is called that', async (_, x5c) => {
    const [finding] = await findingsOf(rule, readingOf({ signer: ec, header: { x5c } }))
    expect(finding?.actual).toMatch(/^PEM with its armour/)
  })

  test('deviates: the signing certificate is not the first, which is named', async () => {
    const header = { x5c: [ca.base64, ec.base64] }
    const [finding] = await findingsOf(rule, readingOf({ signer: ec, header }))
    expect(finding?.actual).toMatch(/^does not verify; it does with x5c\[1\]/)
  })

  test('deviates: an ECDSA signature in DER form, which is named', async () => {
    const [header = '', payload = ''] = signSample({ signer: ec }).split('.')
    const der = sign('sha256', Buffer.from(`${header}.${payload}`), ec.privateKey)
    const compact = `${header}.${payload}.${der.toString('base64url')}`
    const [finding] = await findingsOf(rule, readingOf({ signer: ec }, compact))
    expect(finding?.actual).toMatch(/^does not verify; it does in DER form/)
  })

  test('deviates: no x5c', async () => {
    const reading = readingOf({ signer: ec, header: { x5c: undefined } })
    expect(await findingsOf(rule, reading)).toEqual(noCertificate('absent'))
  })

  test('not applicable: an alg that is no asymmetric signature is left to KRR-JWS-002', () => {
    const reading = readingOf({ signer: ec, header: { alg: 'HS256' } })
    expect(rule.notApplicable?.(reading)).toBe('alg is no asymmetric signature: KRR-JWS-002')
  })
})
