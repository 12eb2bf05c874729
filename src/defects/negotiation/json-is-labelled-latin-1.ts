import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** It is UTF-8 all the same; names with æ, ø and å would come out wrong. */
export const jsonIsLabelledLatin1: DefectAt<'response'> = {
  id: 'DEF-NEG-JSON-IS-LABELLED-LATIN-1',
  title: 'the JSON representation is labelled as ISO-8859-1',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-001'],
  inject: (response, { representation }) =>
    representation === 'application/json'
      ? withField(response, 'Content-Type', 'application/json; charset=ISO-8859-1')
      : response,
}
