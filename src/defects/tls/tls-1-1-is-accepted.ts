import type { DefectAt } from '../defect.ts'

/** The last old version left. */
export const tls11IsAccepted: DefectAt<'tlsOptions'> = {
  id: 'DEF-TLS-TLS-1-1-IS-ACCEPTED',
  title: 'TLS 1.1 is accepted, and TLS 1.0 refused',
  family: 'TLS',
  seam: 'tlsOptions',
  violates: ['KRR-TLS-002'],
  inject: (options) => ({ ...options, minVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
}
