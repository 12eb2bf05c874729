import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** A list is read as a list, and `q` as something for others. */
export const firstTypeNamedIsTaken: DefectAt<'representation'> = {
  id: 'DEF-NEG-FIRST-TYPE-NAMED-IS-TAKEN',
  title: 'of the types in Accept the first one is taken, whatever its weight',
  family: 'negotiation',
  seam: 'representation',
  violates: ['KRR-NEG-005'],
  inject: (representation, { request }) => {
    const [first = ''] = (fieldValue(request, 'accept') ?? '').split(/[,;]/)
    const isOneOfTwo = first === 'application/json' || first === 'application/jose'
    return isOneOfTwo ? first : representation
  },
}
