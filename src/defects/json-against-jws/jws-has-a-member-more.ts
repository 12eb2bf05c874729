import type { DefectAt } from '../defect.ts'

/** New members are allowed, and still the person is one; the name is no registered claim. */
export const jwsHasAMemberMore: DefectAt<'personDocument'> = {
  id: 'DEF-NEG-JWS-HAS-A-MEMBER-MORE',
  title: 'application/jose names the channel to notify by, which application/json does not',
  family: 'JSON against JWS',
  seam: 'personDocument',
  violates: ['KRR-NEG-003'],
  inject: (person, { representation }) =>
    representation === 'application/jose' && 'kontaktinformasjon' in person
      ? { ...person, varslingskanal: 'EPOST' }
      : person,
}
