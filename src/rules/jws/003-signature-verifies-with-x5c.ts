import type { JwsReading } from '../../evidence/jws.ts'
import type { Rule } from '../rule.ts'
import { signingCertificate } from './certificates.ts'
import { isAsymmetric, signatureVerifies } from './signature.ts'

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
        actual: x5c === undefined ? 'absent' : 'something else',
      }
    } else if (!signatureVerifies(jws, certificate.publicKey)) {
      yield {
        at: 'signature',
        expected: 'verifies with the key of x5c[0]',
        actual: 'does not verify',
      }
    }
  },
}
