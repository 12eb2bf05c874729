import { contactScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** Withheld from the token by both, each in its own way. */
export const jwsSaysNull: DefectAt<'personDocument'> = {
  id: 'DEF-NEG-JWS-SAYS-NULL',
  title: 'application/jose has null where application/json leaves spraak out',
  family: 'JSON against JWS',
  seam: 'personDocument',
  violates: ['KRR-NEG-003', 'KRR-BODY-020'],
  // The published schema names the type string and does not allow null beside it.
  alsoTrips: ['KRR-SPEC-005'],
  inject: (person, { representation, scopes }) =>
    representation === 'application/jose' && !scopes.includes(contactScope)
      ? { ...person, spraak: null }
      : person,
}
