import { withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A browser may take a person for a page. */
export const nosniffIsMissing: DefectAt<'response'> = {
  id: 'DEF-HTTP-NOSNIFF-IS-MISSING',
  title: 'a person comes without X-Content-Type-Options',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-005'],
  inject: (response, { representation }) =>
    representation === undefined ? response : withoutField(response, 'X-Content-Type-Options'),
}
