import { languageScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { hasJust } from './same-scopes.ts'

export const blindEmptyContact: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-BLIND-EMPTY-CONTACT',
  title: 'spraak.write alone yields kontaktinformasjon with nothing in it',
  family: 'written blind',
  violates: ['KRR-SCOPE-003', 'KRR-SCOPE-007'],
  // What it yields together with others does not come of them.
  alsoTrips: ['KRR-SCOPE-006'],
  seam: 'personDocument',
  inject: (person, { scopes }) =>
    hasJust(scopes, languageScope) ? { ...person, kontaktinformasjon: {} } : person,
}
