import { encodeText } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** The gateway answers before the API does. */
export const unacceptableTypeIsToldInAPage: DefectAt<'response'> = {
  id: 'DEF-ERR-UNACCEPTABLE-TYPE-IS-TOLD-IN-A-PAGE',
  title: 'the refusal of a type that is not offered is an HTML page',
  family: 'errors and disclosure',
  seam: 'response',
  violates: ['KRR-ERR-004'],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response) =>
    response.status === 406
      ? {
          ...withField(response, 'Content-Type', 'text/html'),
          content: encodeText('<!doctype html><title>406 Not Acceptable</title>'),
        }
      : response,
}
