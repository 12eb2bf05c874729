import type { DefectAt } from '../defect.ts'
import { withCertificate } from './with-certificate.ts'

/** Of the right authority and with time left: the name alone is wrong. */
export const certificateIsForAnotherHost: DefectAt<'tlsOptions'> = {
  id: 'DEF-TLS-CERTIFICATE-IS-FOR-ANOTHER-HOST',
  title: "the server's certificate is for another host",
  family: 'TLS',
  seam: 'tlsOptions',
  violates: [],
  observes: [{ rule: 'KRR-TLS-001', met: 'it is for another host' }],
  inject: (options, { pki }) => {
    const hosts = { names: ['krr.example'], ipv4: [] }
    return withCertificate(options, pki.issueTls({ hosts }))
  },
}
