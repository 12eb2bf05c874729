import type { DefectAt } from '../defect.ts'

/** Nothing was asked for and nothing done; and yet it was no JSON. */
export const emptyDocumentIsAccepted: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-EMPTY-DOCUMENT-IS-ACCEPTED',
  title: 'an empty document is answered with 204 and changes nothing',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-009'],
  inject: (decision, { request, record }) =>
    request.content.length === 0 && record?.spraak !== undefined
      ? { kind: 'accepted', spraak: record.spraak }
      : decision,
}
