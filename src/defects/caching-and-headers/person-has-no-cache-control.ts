import { withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** The standards keep shared caches from it, and nobody keeps a browser. */
export const personHasNoCacheControl: DefectAt<'response'> = {
  id: 'DEF-HTTP-PERSON-HAS-NO-CACHE-CONTROL',
  title: 'a person has no Cache-Control',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-010'],
  inject: (response, { representation }) =>
    representation === undefined ? response : withoutField(response, 'Cache-Control'),
}
