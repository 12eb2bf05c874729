import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Without the field every type is acceptable (RFC 9110, 12.4.1). */
export const noAcceptIsNotAcceptable: DefectAt<'representation'> = {
  id: 'DEF-NEG-NO-ACCEPT-IS-NOT-ACCEPTABLE',
  title: 'a request without Accept is refused with 406',
  family: 'negotiation',
  seam: 'representation',
  violates: ['KRR-NEG-004'],
  inject: (representation, { request }) =>
    fieldValue(request, 'accept') === undefined ? undefined : representation,
}
