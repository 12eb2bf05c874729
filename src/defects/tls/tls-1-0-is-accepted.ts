import type { DefectAt } from '../defect.ts'

/** Everything from 1.0 on, as servers were set up ten years ago. */
export const tls10IsAccepted: DefectAt<'tlsOptions'> = {
  id: 'DEF-TLS-TLS-1-0-IS-ACCEPTED',
  title: 'TLS 1.0 and later versions are accepted',
  family: 'TLS',
  seam: 'tlsOptions',
  violates: ['KRR-TLS-002'],
  inject: (options) => ({ ...options, minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
}
