import type { DefectAt } from '../defect.ts'

/** What the parser said is passed on as it is. */
export const refusedDocumentNamesAClass: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-REFUSED-DOCUMENT-NAMES-A-CLASS',
  title: "the refusal of a document names the server's classes",
  family: 'errors and disclosure',
  seam: 'errorDocument',
  violates: ['KRR-ERR-002'],
  inject: (error, { status }) =>
    status === 400
      ? {
          ...error,
          error_description:
            'com.fasterxml.jackson.core.JsonParseException: Unexpected end-of-input',
        }
      : error,
}
