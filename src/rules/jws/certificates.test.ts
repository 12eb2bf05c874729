import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { certificatesOf, certifies, isValidAt } from './certificates.ts'
import { certify, readingOf } from './sample-chain.fixture.ts'

const leaf = certify({ name: 'leaf', notAfter: new Date('2030-01-01T00:00:00Z') })
/** The leaf with a key of a type that is none: 1.2.840.10045.2.9. */
const unreadable = new X509Certificate(
  Buffer.from(
    leaf.certificate.raw.toString('hex').replace('2a8648ce3d0201', '2a8648ce3d0209'),
    'hex',
  ),
)

describe('certificatesOf', () => {
  test.each([
    ['no text', 7],
    ['padded too much', `${leaf.base64}=`],
    ['base64url', leaf.base64.replace(/^M/, '-')],
    ['followed by a line end', `${leaf.base64}\n`],
    ['another thing than a certificate', 'AAAA'],
    ['a certificate with more behind it', `${leaf.base64}AAAA`],
    ['a certificate whose key nobody can read', unreadable.raw.toString('base64')],
  ])('an entry is none where it is %s', (_, entry) => {
    const { jws } = readingOf({ signer: leaf, header: { x5c: [entry, leaf.base64] } })
    const [first, second] = certificatesOf(jws)
    expect(first).toBeUndefined()
    expect(second?.subject).toBe('CN=leaf')
  })

  test('without x5c, or with one that is no list, there are none', () => {
    for (const x5c of [undefined, leaf.base64]) {
      expect(certificatesOf(readingOf({ signer: leaf, header: { x5c } }).jws)).toEqual([])
    }
  })
})

test('a certificate whose key nobody can read certifies nothing', () => {
  expect(certifies(leaf.certificate, leaf.certificate)).toBe(true)
  expect(certifies(unreadable, leaf.certificate)).toBe(false)
})

test('a certificate is valid from its first instant to its last', () => {
  const at = (instant: string) => isValidAt(leaf.certificate, Date.parse(instant))
  expect(at('2019-12-31T23:59:59Z')).toBe(false)
  expect(at('2020-01-01T00:00:00Z')).toBe(true)
  expect(at('2030-01-01T00:00:00Z')).toBe(true)
  expect(at('2030-01-01T00:00:01Z')).toBe(false)
})
