import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A value that no browser knows. */
export const nosniffOfAJwsIsMisspelt: DefectAt<'response'> = {
  id: 'DEF-HTTP-NOSNIFF-OF-A-JWS-IS-MISSPELT',
  title: 'a JWS has X-Content-Type-Options: no-sniff',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-005'],
  inject: (response, { representation }) =>
    representation === 'application/jose'
      ? withField(response, 'X-Content-Type-Options', 'no-sniff')
      : response,
}
