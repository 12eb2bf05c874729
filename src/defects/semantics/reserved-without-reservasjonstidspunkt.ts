import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** When the status changed is told, and not since when she is reserved. */
export const reservedWithoutReservasjonstidspunkt: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-RESERVED-WITHOUT-RESERVASJONSTIDSPUNKT',
  title: 'a reserved person has no reservasjonstidspunkt',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-025'],
  inject: (person) => without(person, 'reservasjonstidspunkt'),
}
