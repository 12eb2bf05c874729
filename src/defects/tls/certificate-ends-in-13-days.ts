import type { DefectAt } from '../defect.ts'
import { withCertificate } from './with-certificate.ts'

/** Valid, and a day less than enough. */
export const certificateEndsIn13Days: DefectAt<'tlsOptions'> = {
  id: 'DEF-TLS-CERTIFICATE-ENDS-IN-13-DAYS',
  title: "the server's certificate ends in 13 days",
  family: 'TLS',
  seam: 'tlsOptions',
  violates: ['KRR-TLS-003'],
  inject: (options, { pki }) => withCertificate(options, pki.issueTls({ notAfter: inDays(13) })),
}

const inDays = (days: number): Date => new Date(Date.now() + days * 24 * 3_600_000)
