import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { signingCertificateIsValidAndStrong as rule } from './005-signing-certificate-is-valid-and-strong.ts'
import { certify, readingOf } from './sample-chain.fixture.ts'

const ca = certify({ name: 'CA' })
const leaf = { name: 'leaf', issuer: ca, isAuthority: false }

describe(rule.id, () => {
  test('conforms: RSA of 2048 bits, P-256', async () => {
    const rsa = readingOf({ signer: certify({ ...leaf, rsaBits: 2048 }) })
    const ec = readingOf({ signer: certify(leaf) })
    expect(await findingsOf(rule, rsa)).toEqual([])
    expect(await findingsOf(rule, ec)).toEqual([])
  })

  test('deviates: expired a second before the response had come', async () => {
    const notAfter = new Date('2026-11-22T12:00:00Z')
    const reading = readingOf({ signer: certify({ ...leaf, notAfter }) })
    expect(await findingsOf(rule, reading)).toEqual([
      {
        at: 'x5c[0]',
        expected: 'valid now',
        actual: fromWire('Jan  1 00:00:00 2020 GMT to Nov 22 12:00:00 2026 GMT'),
      },
    ])
  })

  test('deviates: not valid yet', async () => {
    const reading = readingOf({ signer: certify(leaf) })
    const early = { ...reading.exchange, receivedAt: Date.parse('2019-12-31T23:59:59Z') }
    expect(await findingsOf(rule, { ...reading, exchange: early })).toMatchObject([
      { at: 'x5c[0]', expected: 'valid now' },
    ])
  })

  test('deviates: RSA of 1024 bits', async () => {
    const reading = readingOf({ signer: certify({ ...leaf, rsaBits: 1024 }) })
    expect(await findingsOf(rule, reading)).toEqual([
      { at: 'x5c[0]', expected: '2048 bits or more', actual: '1024 bits' },
    ])
  })

  test('not applicable: without a certificate', async () => {
    const reading = readingOf({ signer: ca, header: { x5c: [] } })
    expect(rule.notApplicable?.(reading)).toBe('x5c[0] is no certificate: KRR-JWS-003')
    expect(await findingsOf(rule, reading)).toEqual([])
  })
})
