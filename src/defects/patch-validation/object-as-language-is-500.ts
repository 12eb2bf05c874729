import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** A cast that fails where nobody catches it. */
export const objectAsLanguageIs500: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-OBJECT-AS-LANGUAGE-IS-500',
  title: 'an object as spraak is answered with 500',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-008', 'KRR-ERR-001'],
  // A status that the document does not name.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (decision, { sent }) =>
    isJsonObject(sent) && isJsonObject(sent['spraak'])
      ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
      : decision,
}
