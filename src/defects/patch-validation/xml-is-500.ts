import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** There is a reader for XML, and the document is none. */
export const xmlIs500: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-XML-IS-500',
  title: 'a document sent as application/xml is answered with 500',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-011', 'KRR-ERR-001'],
  // A status that the document does not name.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (decision, { request }) =>
    fieldValue(request, 'content-type') === 'application/xml'
      ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
      : decision,
}
