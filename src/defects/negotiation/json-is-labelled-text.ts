import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** The content is as it should be; a client that goes by the label does not parse it. */
export const jsonIsLabelledText: DefectAt<'response'> = {
  id: 'DEF-NEG-JSON-IS-LABELLED-TEXT',
  title: 'the JSON representation has Content-Type: text/plain',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-001', 'KRR-NEG-004'],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { representation }) =>
    representation === 'application/json'
      ? withField(response, 'Content-Type', 'text/plain')
      : response,
}
