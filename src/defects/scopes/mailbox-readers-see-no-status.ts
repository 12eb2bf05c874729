import { contactScope, mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** Of the three members that every answer has, one is taken for a part of the contact data. */
export const mailboxReadersSeeNoStatus: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-MAILBOX-READERS-SEE-NO-STATUS',
  title: 'status is left out for who reads the mailbox and no contact data',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-001'],
  // The schema requires status; with spraak.write beside it, it lacks what spraak.write alone yields.
  alsoTrips: ['KRR-BODY-001', 'KRR-SCOPE-006'],
  inject: (document, { scopes }) =>
    scopes.includes(mailboxScope) && !scopes.includes(contactScope)
      ? without(document, 'status')
      : document,
}
