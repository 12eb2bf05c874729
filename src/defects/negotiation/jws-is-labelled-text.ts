import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** It is text, and more than that. */
export const jwsIsLabelledText: DefectAt<'response'> = {
  id: 'DEF-NEG-JWS-IS-LABELLED-TEXT',
  title: 'the JWS has Content-Type: text/plain',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-009'],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { representation }) =>
    representation === 'application/jose'
      ? withField(response, 'Content-Type', 'text/plain')
      : response,
}
