import { languageScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** The page lists the language under the contact scope; here it went with the scope of its name. */
export const spraakIsShownToWritersOnly: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-SPRAAK-IS-SHOWN-TO-WRITERS-ONLY',
  title: 'spraak is left out for who may not change it',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-002'],
  // The contact scope shows it in a union only, and a token without spraak.write never sees the change.
  alsoTrips: ['KRR-SCOPE-006', 'KRR-PATCH-003'],
  inject: (document, { scopes }) =>
    scopes.includes(languageScope) ? document : without(document, 'spraak'),
}
