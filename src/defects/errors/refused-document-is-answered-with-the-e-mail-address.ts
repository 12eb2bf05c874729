import type { DefectAt } from '../defect.ts'

/** Meant as a help: whose language could not be changed. */
export const refusedDocumentIsAnsweredWithTheEMailAddress: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-REFUSED-DOCUMENT-IS-ANSWERED-WITH-THE-E-MAIL-ADDRESS',
  title: "the refusal of a document shows the person's e-mail address",
  family: 'errors and disclosure',
  seam: 'errorDocument',
  violates: ['KRR-ERR-003'],
  inject: (error, { status, people }) =>
    status === 400
      ? {
          ...error,
          error_description: `Not changed for ${people.MAIN.record?.epostadresse?.value}`,
        }
      : error,
}
