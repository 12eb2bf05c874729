import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A refusal in order otherwise, that says nothing of types. */
export const unofferedTypeIsABadRequest: DefectAt<'response'> = {
  id: 'DEF-NEG-UNOFFERED-TYPE-IS-A-BAD-REQUEST',
  title: 'an Accept that names no type offered is answered with 400',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-006'],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response) =>
    response.status === 406
      ? { ...withJson(response, (error) => ({ ...error, status: 400 })), status: 400 }
      : response,
}
