import type { DefectAt } from '../defect.ts'
import { isOf, withText } from '../person-document.ts'

export const bodyReservedCanBeNotifiedInJws: DefectAt<'personDocument'> = {
  id: 'DEF-BLIND-BODY-RESERVED-IN-JWS',
  title: 'the JWS says of a reserved person that they can be notified',
  family: 'written blind',
  violates: ['KRR-BODY-010', 'KRR-BODY-024'],
  alsoTrips: ['KRR-NEG-003', 'KRR-JWS-009'],
  seam: 'personDocument',
  inject: (person, context) =>
    isOf(context, 'RESERVED') && context.representation === 'application/jose'
      ? withText(person, 'varslingsstatus', () => 'KAN_VARSLES')
      : person,
}
