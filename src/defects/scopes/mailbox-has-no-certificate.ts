import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** An address for digital post that nobody can encrypt for. */
export const mailboxHasNoCertificate: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-MAILBOX-HAS-NO-CERTIFICATE',
  title: 'sertifikat is left out',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-004'],
  // Whose mailbox it is does not matter: the two belong together.
  alsoTrips: ['KRR-BODY-017'],
  inject: (document) => without(document, 'sertifikat'),
}
