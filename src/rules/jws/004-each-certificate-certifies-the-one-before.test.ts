import { describe, expect, test } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { eachCertificateCertifiesTheOneBefore as rule } from './004-each-certificate-certifies-the-one-before.ts'
import { certify, readingOf } from './sample-chain.fixture.ts'

const root = certify({ name: 'root' })
const intermediate = certify({ name: 'intermediate', issuer: root })
const signer = certify({ name: 'leaf', issuer: intermediate, isAuthority: false })
const namesake = certify({ name: 'intermediate', issuer: root })
const reading = (...x5c: readonly string[]) => readingOf({ signer, header: { x5c } })

describe(rule.id, () => {
  test('conforms: leaf, intermediate and root; the signing certificate alone', async () => {
    const whole = reading(signer.base64, intermediate.base64, root.base64)
    const alone = reading(signer.base64)
    expect(await findingsOf(rule, whole)).toEqual([])
    expect(rule.met?.(whole)).toBeUndefined()
    expect(await findingsOf(rule, alone)).toEqual([])
    expect(rule.met?.(alone)).toBe('x5c holds the signing certificate alone')
  })

  test('deviates: the intermediate left out', async () => {
    expect(await findingsOf(rule, reading(signer.base64, root.base64))).toEqual([
      {
        at: 'x5c[1]',
        expected: 'the certificate that certifies x5c[0]',
        actual: 'another certificate',
      },
    ])
  })

  test('deviates: an issuer of the same name with another key, by its signature', async () => {
    expect(await findingsOf(rule, reading(signer.base64, namesake.base64, root.base64))).toEqual([
      {
        at: 'x5c[1]',
        expected: 'the certificate that certifies x5c[0]',
        actual: 'another certificate',
      },
    ])
  })

  test('deviates: a later entry that is no certificate', async () => {
    expect(await findingsOf(rule, reading(signer.base64, root.pem))).toEqual([
      { at: 'x5c[1]', expected: 'a base64 DER certificate', actual: 'something else' },
    ])
  })

  test('not applicable: what is wrong with x5c[0] is left to KRR-JWS-003', () => {
    expect(rule.notApplicable?.(reading())).toBe('x5c[0] is no certificate: KRR-JWS-003')
    expect(rule.notApplicable?.(reading(signer.base64))).toBeUndefined()
  })
})
