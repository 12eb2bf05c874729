import type { DefectAt } from '../defect.ts'
import { withoutPolicy } from './without-policy.ts'

/** With a `max-age` of 0 the field takes back what an earlier one asked for. */
export const httpsIsAskedForNoLonger: DefectAt<'response'> = {
  id: 'DEF-TLS-HTTPS-IS-ASKED-FOR-NO-LONGER',
  title: 'Strict-Transport-Security has a max-age of 0',
  family: 'TLS',
  seam: 'response',
  violates: ['KRR-TLS-005'],
  inject: (response) => {
    const { fields, ...rest } = withoutPolicy(response)
    return { ...rest, fields: [...fields, ['Strict-Transport-Security', 'max-age=0']] }
  },
}
