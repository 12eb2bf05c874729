import type { DefectAt } from '../defect.ts'
import { isOf, withText } from '../person-document.ts'

export const blindReservedInJws: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-RESERVED-IN-JWS',
  title: 'the JWS says of a reserved person that they can be notified',
  family: 'written blind',
  violates: ['KRR-BODY-010', 'KRR-NEG-003'],
  // The tightened schema says so too.
  alsoTrips: ['KRR-BODY-001'],
  seam: 'personDocument',
  inject: (person, context) =>
    isOf(context, 'RESERVED') && context.representation === 'application/jose'
      ? withText(person, 'varslingsstatus', () => 'KAN_VARSLES')
      : person,
}
