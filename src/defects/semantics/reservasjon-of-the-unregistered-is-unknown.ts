import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** It sounds right, and yet the list has no third code. */
export const reservasjonOfTheUnregisteredIsUnknown: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-RESERVASJON-OF-THE-UNREGISTERED-IS-UNKNOWN',
  title: 'reservasjon is UKJENT for who is not in the register',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-004', 'KRR-BODY-001'],
  alsoTrips: ['KRR-SPEC-005'],
  inject: (person, context) =>
    isOf(context, 'UNREGISTERED') ? { ...person, reservasjon: 'UKJENT' } : person,
}
