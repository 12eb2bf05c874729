import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** The field is compared as a whole. */
export const twoTypesAreNotAcceptable: DefectAt<'representation'> = {
  id: 'DEF-NEG-TWO-TYPES-ARE-NOT-ACCEPTABLE',
  title: 'an Accept that names more than one type is refused with 406',
  family: 'negotiation',
  seam: 'representation',
  violates: ['KRR-NEG-005'],
  inject: (representation, { request }) =>
    fieldValue(request, 'accept')?.includes(',') ? undefined : representation,
}
