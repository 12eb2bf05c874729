import type { DefectAt } from '../defect.ts'

export const tls13IsNotOffered: DefectAt<'tlsOptions'> = {
  id: 'DEF-TLS-TLS-1-3-IS-NOT-OFFERED',
  title: 'TLS 1.2 is the latest version spoken',
  family: 'TLS',
  seam: 'tlsOptions',
  violates: ['KRR-TLS-006'],
  inject: (options) => ({ ...options, maxVersion: 'TLSv1.2' }),
}
