import type { DefectAt } from '../defect.ts'
import { withoutPolicy } from './without-policy.ts'

export const httpsIsNotAskedForStrictly: DefectAt<'response'> = {
  id: 'DEF-TLS-HTTPS-IS-NOT-ASKED-FOR-STRICTLY',
  title: 'no response carries Strict-Transport-Security',
  family: 'TLS',
  seam: 'response',
  violates: ['KRR-TLS-005'],
  inject: withoutPolicy,
}
