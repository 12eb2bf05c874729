import { contactScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** Nothing is disclosed, so that only the form is wrong: the published type is an object. */
export const withheldContactIsNull: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-WITHHELD-CONTACT-IS-NULL',
  title: 'kontaktinformasjon is null for a token without its scope',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-020'],
  // The published schema names the type object and does not allow null beside it.
  alsoTrips: ['KRR-SPEC-005'],
  inject: (person, { scopes }) =>
    scopes.includes(contactScope) ? person : { ...person, kontaktinformasjon: null },
}
