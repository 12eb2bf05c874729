import type { X509Certificate } from 'node:crypto'
import { wordsOf } from '../../evidence/json.ts'
import type { Jws, JwsReading } from '../../evidence/jws.ts'
import type { Rule } from '../rule.ts'
import { certificatesOf, signingCertificate } from './certificates.ts'
import { isAsymmetric, isInDer, signatureVerifies } from './signature.ts'

/**
 * Owns that `x5c[0]` is there and is a certificate, and that its key fits `alg`; how long the key is
 * and how long it is valid are KRR-JWS-005's.
 */
export const signatureVerifiesWithX5c: Rule<JwsReading> = {
  id: 'KRR-JWS-003',
  title: 'The signature verifies with the key of the first certificate in x5c',
  level: 'MUST',
  basis: 'observed',
  since: 1,
  cites: ['JWT-001', 'RFC7515-004'],
  notApplicable: ({ jws }) =>
    isAsymmetric(jws) ? undefined : 'alg is no asymmetric signature: KRR-JWS-002',

  *check({ jws }) {
    const { x5c } = jws.header
    const certificate = signingCertificate(jws)
    if (certificate === undefined) {
      yield {
        at: 'x5c',
        expected: 'a list that begins with a base64 DER certificate',
        actual: x5c === undefined ? 'absent' : whatElse(x5c),
      }
    } else if (!signatureVerifies(jws, certificate.publicKey)) {
      yield {
        at: 'signature',
        expected: 'verifies with the key of x5c[0]',
        actual: `does not verify${likelyReason(jws, certificate)}`,
      }
    }
  },
}

const whatElse = (x5c: unknown): string =>
  /-----BEGIN|^LS0tLS1CRUdJTi/.test(wordsOf(Array.isArray(x5c) ? x5c[0] : x5c))
    ? 'PEM with its armour: only the base64 between the lines belongs here (RFC 7515, 4.1.6)'
    : 'something else'

/** The slips that are made most often. */
const likelyReason = (jws: Jws, { publicKey }: X509Certificate): string => {
  if (isInDer(jws, publicKey))
    return '; it does in DER form, where a JWS has R and S one after the other (RFC 7518, 3.4)'
  const signing = certificatesOf(jws).findIndex(
    (certificate) => certificate !== undefined && signatureVerifies(jws, certificate.publicKey),
  )
  return signing < 0
    ? ''
    : `; it does with x5c[${signing}], which must be the first one (RFC 7515, 4.1.6)`
}
