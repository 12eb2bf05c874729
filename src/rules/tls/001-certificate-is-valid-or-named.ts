import type { TlsReading } from '../../evidence/tls-reading.ts'
import type { Rule } from '../rule.ts'

/**
 * Nothing is sent over a connection whose certificate is not valid, so all else is inconclusive then; this says
 * why. It is trouble of the environment, not a deviation.
 */
export const certificateIsValidOrNamed: Rule<TlsReading> = {
  id: 'KRR-TLS-001',
  title: "A fault of the server's certificate is named",
  level: 'INFO',
  basis: 'standard',
  since: 2,
  cites: ['RFC5280-004', 'RFC9110-002'],
  check: () => [],
  met: ({ at, handshake: { certificate } }) => {
    const { trouble } = certificate
    return trouble === undefined
      ? 'chain and host name are valid'
      : `the certificate of ${at} is not valid, so nothing is asked there: ${inWords[trouble] ?? 'the chain'} (${trouble})`
  },
}

const inWords: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its root is not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'it leads to no trusted root',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it leads to no trusted root',
  CERT_REVOKED: 'it was revoked',
}
