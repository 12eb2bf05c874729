import type { JwsReading } from '../../evidence/jws.ts'
import { fromWire, type Rule } from '../rule.ts'
import { RFC_7515, RFC_7518 } from '../sources.ts'
import { isValidAt, signingCertificate, withoutCertificate } from './certificates.ts'

const leastRsaBits = 2048

/** Judged by the moment at which the response had come, without leeway. */
export const signingCertificateIsValidAndStrong: Rule<JwsReading> = {
  id: 'KRR-JWS-005',
  title: 'the signing certificate is valid now, its RSA key 2048 bits or more',
  level: 'MUST',
  basis: 'standard',
  byClock: true,
  citations: [
    {
      source: RFC_7515,
      section: '4.1.6',
      quote:
        'consider the certificate or certificate chain to be invalid if any validation failure occurs.',
    },
    {
      source: RFC_7518,
      section: '3.3',
      quote: 'A key of size 2048 bits or larger MUST be used with these algorithms.',
    },
  ],
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
