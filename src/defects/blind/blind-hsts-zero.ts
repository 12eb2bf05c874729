import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindHstsZero: DefectAt<'response'> = {
  id: 'DEF-TLS-BLIND-HSTS-ZERO',
  title: 'Strict-Transport-Security holds for no time, which switches it off (RFC 6797, 6.1.1)',
  family: 'written blind',
  violates: ['KRR-TLS-005'],
  seam: 'response',
  inject: (response) => withField(response, 'Strict-Transport-Security', 'max-age=0'),
}
