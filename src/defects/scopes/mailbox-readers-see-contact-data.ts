import { mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** Two scopes for reading, and the server knows only that one of them is there. */
export const mailboxReadersSeeContactData: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-MAILBOX-READERS-SEE-CONTACT-DATA',
  title: 'kontaktinformasjon is given to who reads the mailbox',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-003'],
  inject: (document, { scopes, complete }) =>
    scopes.includes(mailboxScope) && 'kontaktinformasjon' in complete
      ? { ...document, kontaktinformasjon: complete['kontaktinformasjon'] }
      : document,
}
