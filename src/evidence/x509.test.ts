import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { certify } from '../rules/jws/sample-chain.fixture.ts'
import { certificateOfBase64, keyDigest } from './x509.ts'

const { base64, certificate, pem } = certify({ name: 'leaf' })

describe('certificateOfBase64', () => {
  test('a text is parsed once: the same certificate comes again', () => {
    const first = certificateOfBase64(base64)
    expect(first?.raw).toEqual(certificate.raw)
    expect(certificateOfBase64(base64)).toBe(first)
  })

  test('what holds no certificate, or more than one, gives none, however often it is asked', () => {
    const longer = Buffer.concat([certificate.raw, Buffer.alloc(3)]).toString('base64')
    for (const text of ['', 'MIIB', longer, Buffer.from(pem).toString('base64')]) {
      expect(certificateOfBase64(text)).toBeUndefined()
      expect(certificateOfBase64(text)).toBeUndefined()
    }
  })

  test('after many others it is parsed anew, and is the same one', () => {
    const first = certificateOfBase64(base64)
    for (let index = 0; index < 300; index += 1) certificateOfBase64(`MIIB${index}`)
    expect(certificateOfBase64(base64)?.raw).toEqual(first?.raw)
  })
})

test('keyDigest is SHA-256 of the SubjectPublicKeyInfo, as a pin is written', () => {
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' })
  expect(keyDigest(certificate)).toBe(createHash('sha256').update(spki).digest('hex'))
})
