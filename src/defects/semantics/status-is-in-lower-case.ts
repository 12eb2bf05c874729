import type { DefectAt } from '../defect.ts'

/** Code lists are compared as they are written. */
export const statusIsInLowerCase: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-STATUS-IS-IN-LOWER-CASE',
  title: 'status of an active person is aktiv',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-004', 'KRR-BODY-001'],
  // The published schema has the code list too.
  alsoTrips: ['KRR-SPEC-005'],
  inject: (person) => (person['status'] === 'AKTIV' ? { ...person, status: 'aktiv' } : person),
}
