import type { DefectAt } from '../defect.ts'
import { withCertificate } from './with-certificate.ts'

/** Since an hour. Nothing is asked over such a connection: it is trouble, named in KRR-TLS-001, and all else is inconclusive. */
export const certificateHasExpired: DefectAt<'tlsOptions'> = {
  id: 'DEF-TLS-CERTIFICATE-HAS-EXPIRED',
  title: "the server's certificate has expired",
  family: 'TLS',
  seam: 'tlsOptions',
  violates: [],
  observes: [{ rule: 'KRR-TLS-001', met: 'it has expired (CERT_HAS_EXPIRED)' }],
  inject: (options, { pki }) => {
    const anHourAgo = Date.now() - 3_600_000
    const notBefore = new Date(anHourAgo - 24 * 3_600_000)
    return withCertificate(options, pki.issueTls({ notBefore, notAfter: new Date(anHourAgo) }))
  },
}
