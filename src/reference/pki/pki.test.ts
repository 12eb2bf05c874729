import { Buffer } from 'node:buffer'
import { constants, verify, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createPki, type Pki } from './pki.ts'

const certificates = (x5c: readonly string[]): X509Certificate[] =>
  x5c.map((base64) => new X509Certificate(Buffer.from(base64, 'base64')))

const first = <Item>(items: readonly Item[]): Item => {
  const [item] = items
  if (item === undefined) throw new Error('the list is empty')
  return item
}

describe('createPki', async () => {
  const pki: Pki = await createPki()
  const [leaf, intermediate] = certificates(pki.signer.x5c)
  const anchor = new X509Certificate(pki.trustAnchorPem)

  test('the signing chain leads from an RSA-2048 leaf over the intermediate to the anchor', () => {
    expect(leaf?.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
    expect(intermediate !== undefined && leaf?.verify(intermediate.publicKey)).toBe(true)
    expect(intermediate !== undefined && leaf?.checkIssued(intermediate)).toBe(true)
    expect(intermediate?.verify(anchor.publicKey)).toBe(true)
    expect(intermediate?.checkIssued(anchor)).toBe(true)
    expect([leaf?.ca, intermediate?.ca, anchor.ca]).toEqual([false, true, true])
  })

  test('the leaf names the organisation number twice in its subject', () => {
    expect(leaf?.subject).toContain('organizationIdentifier=NTRNO-991825827')
    expect(leaf?.subject).toContain('serialNumber=991825827')
  })

  test('the TLS certificate is for localhost and 127.0.0.1 and comes from its own root', () => {
    const tls = new X509Certificate(pki.tls.certPem)
    expect(tls.checkHost('localhost')).toBe('localhost')
    expect(tls.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(tls.verify(new X509Certificate(pki.caPem).publicKey)).toBe(true)
    expect(tls.verify(anchor.publicKey)).toBe(false)
  })

  test('no serial number begins with a zero octet', () => {
    const all = Array.from({ length: 50 }, () => pki.issueTls({}).certPem)
    for (const pem of all) expect(new X509Certificate(pem).serialNumber).toMatch(/^[4-7]/)
    expect(new Set(all.map((pem) => new X509Certificate(pem).serialNumber)).size).toBe(50)
  })

  test('the mailbox certificate is base64 DER and valid now', () => {
    const mailbox = new X509Certificate(Buffer.from(pki.mailboxCertificate, 'base64'))
    expect(pki.mailboxCertificate).toMatch(/^[A-Za-z0-9+/]+={0,2}$/)
    expect(Date.parse(mailbox.validFrom)).toBeLessThan(Date.now())
    expect(Date.parse(mailbox.validTo)).toBeGreaterThan(Date.now())
  })

  test('a signature verifies with the leaf, and the same input has the same signature', () => {
    const signature = pki.signer.sign('a.b')
    expect(leaf && verify('sha256', Buffer.from('a.b'), leaf.publicKey, signature)).toBe(true)
    expect(pki.signer.sign('a.b')).toEqual(signature)
    expect(pki.signer.sign('a.c')).not.toEqual(signature)
  })

  test('a varied signer differs in what was asked for alone', async () => {
    const expired = new Date(Date.now() - 60_000)
    const late = first(certificates((await pki.issueSigner({ notAfter: expired })).x5c))
    expect(Date.parse(late.validTo)).toBeLessThan(Date.now())
    expect(late.publicKey.equals(first(certificates(pki.signer.x5c)).publicKey)).toBe(true)

    const [own, issuer] = certificates((await pki.issueSigner({ issuedBy: 'stranger' })).x5c)
    expect(issuer && own?.verify(issuer.publicKey)).toBe(true)
    expect(issuer?.verify(anchor.publicKey)).toBe(false)

    const weak = first(certificates((await pki.issueSigner({ modulusLength: 1024 })).x5c))
    expect(weak.publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024)
  })

  test.each([
    ['RS512', 'sha512', {}],
    ['PS256', 'sha256', { padding: constants.RSA_PKCS1_PSS_PADDING }],
    ['ES256', 'sha256', { dsaEncoding: 'ieee-p1363' }],
  ] as const)('a signer of %s signs so, under the same anchor', async (alg, digest, options) => {
    const signer = await pki.issueSigner({ alg })
    const key = first(certificates(signer.x5c)).publicKey
    const signature = signer.sign('a.b')
    expect(signer.alg).toBe(alg)
    expect(verify(digest, Buffer.from('a.b'), { key, ...options }, signature)).toBe(true)
    expect(certificates(signer.x5c)[1]?.verify(anchor.publicKey)).toBe(true)
  })
})
