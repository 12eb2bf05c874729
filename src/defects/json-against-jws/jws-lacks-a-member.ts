import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** An optional member, missing with every scope alike: only the JSON beside it tells. */
export const jwsLacksAMember: DefectAt<'personDocument'> = {
  id: 'DEF-NEG-JWS-LACKS-A-MEMBER',
  title: 'application/jose leaves reservasjon_oppdatert out',
  family: 'JSON against JWS',
  seam: 'personDocument',
  violates: ['KRR-NEG-003'],
  // Optional but for the reserved, whose status somebody changed.
  alsoTrips: ['KRR-BODY-014'],
  inject: (person, { representation }) =>
    representation === 'application/jose' ? without(person, 'reservasjon_oppdatert') : person,
}
