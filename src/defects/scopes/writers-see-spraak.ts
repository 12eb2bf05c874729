import { languageScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** It seems natural that who writes may read; the page gives the reading to another scope. */
export const writersSeeSpraak: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-WRITERS-SEE-SPRAAK',
  title: 'spraak is given to who may change it',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-011', 'KRR-SCOPE-007'],
  // The language comes alone, without its time.
  alsoTrips: ['KRR-BODY-014'],
  inject: (document, { scopes, complete }) =>
    scopes.includes(languageScope) && 'spraak' in complete
      ? { ...document, spraak: complete['spraak'] }
      : document,
}
