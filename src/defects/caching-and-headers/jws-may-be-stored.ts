import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** It is asked for each time, and lies in a cache meanwhile. */
export const jwsMayBeStored: DefectAt<'response'> = {
  id: 'DEF-HTTP-JWS-MAY-BE-STORED',
  title: 'a JWS has Cache-Control: no-cache in the place of no-store',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-010'],
  inject: (response, { representation }) =>
    representation === 'application/jose'
      ? withField(response, 'Cache-Control', 'no-cache')
      : response,
}
