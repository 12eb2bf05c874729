import type { JwsReading } from '../../evidence/jws.ts'
import { limits } from '../../evidence/limits.ts'
import type { Rule } from '../rule.ts'
import { certificatesOf, certifies, withoutCertificate } from './certificates.ts'

/** Names and signatures; whether an issuer may certify at all is judged with the path (KRR-JWS-006). */
export const eachCertificateCertifiesTheOneBefore: Rule<JwsReading> = {
  id: 'KRR-JWS-004',
  title: 'Each certificate in x5c certifies the one before',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC7515-005'],
  notApplicable: withoutCertificate,

  *check({ jws }) {
    const { x5c } = jws.header
    if (Array.isArray(x5c) && x5c.length > limits.certificates) {
      const expected = `no more than ${limits.certificates} certificates`
      yield { at: 'x5c', expected, actual: String(x5c.length) }
    }
    const certificates = certificatesOf(jws)
    for (const [index, issuer] of certificates.entries()) {
      const at = `x5c[${index}]`
      const subject = certificates[index - 1]
      if (issuer === undefined) {
        yield { at, expected: 'a base64 DER certificate', actual: 'something else' }
      } else if (subject !== undefined && !certifies(issuer, subject)) {
        const expected = `the certificate that certifies x5c[${index - 1}]`
        yield { at, expected, actual: 'another certificate' }
      }
    }
  },
  met: ({ jws }) =>
    certificatesOf(jws).length === 1 ? 'x5c holds the signing certificate alone' : undefined,
}
