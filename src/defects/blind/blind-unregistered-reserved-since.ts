import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

export const blindUnregisteredReservedSince: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-UNREGISTERED-RESERVED-SINCE',
  title: 'who is not in the register has a time of reservation, and is not reserved',
  family: 'written blind',
  violates: ['KRR-BODY-009'],
  // The tightened schema says so too.
  alsoTrips: ['KRR-BODY-001'],
  seam: 'personDocument',
  inject: (person, context) =>
    isOf(context, 'UNREGISTERED')
      ? { ...person, reservasjonstidspunkt: '2023-06-13T13:42:34+02' }
      : person,
}
