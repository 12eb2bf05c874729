import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** For the log of a gateway, and never taken out on the way to the client. */
export const refusedDocumentNamesThePersonInAField: DefectAt<'response'> = {
  id: 'DEF-ERR-REFUSED-DOCUMENT-NAMES-THE-PERSON-IN-A-FIELD',
  title: 'the refusal of a document carries the personidentifikator in a field',
  family: 'errors and disclosure',
  seam: 'response',
  violates: ['KRR-ERR-003'],
  inject: (response, { claims }) =>
    response.status === 400 && claims !== undefined
      ? withField(response, 'X-Subject', String(claims['pid']))
      : response,
}
