import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** It is looked for as a piece of text. */
export const joseIsPreferredWhateverItsWeight: DefectAt<'representation'> = {
  id: 'DEF-NEG-JOSE-IS-PREFERRED-WHATEVER-ITS-WEIGHT',
  title: 'application/jose is taken wherever Accept names it, whatever its weight',
  family: 'negotiation',
  seam: 'representation',
  violates: ['KRR-NEG-005'],
  inject: (representation, { request }) =>
    fieldValue(request, 'accept')?.includes('application/jose')
      ? 'application/jose'
      : representation,
}
