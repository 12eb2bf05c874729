import type { JwsReading } from '../../evidence/jws.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isValidAt, signingCertificate, withoutCertificate } from './certificates.ts'

const leastRsaBits = 2048

/** Judged by the moment at which the response had come, without leeway. */
export const signingCertificateIsValidAndStrong: Rule<JwsReading> = {
  id: 'KRR-JWS-005',
  title: 'The signing certificate is valid now, and its key is strong enough',
  level: 'MUST',
  basis: 'standard',
  byClock: true,
  since: 1,
  cites: ['RFC7515-006', 'RFC7518-002'],
  notApplicable: withoutCertificate,

  *check({ jws, exchange }) {
    const certificate = signingCertificate(jws)
    if (certificate === undefined) return
    if (!isValidAt(certificate, exchange.receivedAt)) {
      yield {
        at: 'x5c[0]',
        expected: 'valid now',
        actual: fromWire(`${certificate.validFrom} to ${certificate.validTo}`),
      }
    }
    const { modulusLength: bits = leastRsaBits } = certificate.publicKey.asymmetricKeyDetails ?? {}
    if (bits < leastRsaBits) {
      yield { at: 'x5c[0]', expected: `${leastRsaBits} bits or more`, actual: `${bits} bits` }
    }
  },
}
