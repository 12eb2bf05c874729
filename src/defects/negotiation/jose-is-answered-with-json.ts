import type { DefectAt } from '../defect.ts'

/** Unsigned, and labelled as what it is. Who reads JSON anyway does not notice. */
export const joseIsAnsweredWithJson: DefectAt<'representation'> = {
  id: 'DEF-NEG-JOSE-IS-ANSWERED-WITH-JSON',
  title: 'Accept: application/jose is answered with JSON',
  family: 'negotiation',
  seam: 'representation',
  violates: ['KRR-NEG-002'],
  inject: () => 'application/json',
}
