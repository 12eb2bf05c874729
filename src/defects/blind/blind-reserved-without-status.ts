import type { DefectAt } from '../defect.ts'
import { isOf, without } from '../person-document.ts'

export const blindReservedWithoutStatus: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-BLIND-RESERVED-WITHOUT-STATUS',
  title: 'varslingsstatus is left out for who is reserved',
  family: 'written blind',
  violates: ['KRR-SCOPE-002'],
  seam: 'personDocument',
  inject: (person, context) =>
    isOf(context, 'RESERVED') ? without(person, 'varslingsstatus') : person,
}
