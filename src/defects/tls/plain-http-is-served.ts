import type { DefectAt } from '../defect.ts'

/** The whole API, the question for a token included, in the clear. */
export const plainHttpIsServed: DefectAt<'plainHttp'> = {
  id: 'DEF-TLS-PLAIN-HTTP-IS-SERVED',
  title: 'plain http is answered as https is',
  family: 'TLS',
  seam: 'plainHttp',
  violates: ['KRR-TLS-004'],
  inject: (_, { serve }) => serve,
}
