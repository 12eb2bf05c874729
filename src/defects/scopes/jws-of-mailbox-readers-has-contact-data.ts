import { mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** The signed representation is cut for one scope less. */
export const jwsOfMailboxReadersHasContactData: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-JWS-OF-MAILBOX-READERS-HAS-CONTACT-DATA',
  title: 'the JWS given to who reads the mailbox holds kontaktinformasjon',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-003', 'KRR-NEG-003'],
  inject: (document, { scopes, complete, representation }) =>
    representation === 'application/jose' &&
    scopes.includes(mailboxScope) &&
    'kontaktinformasjon' in complete
      ? { ...document, kontaktinformasjon: complete['kontaktinformasjon'] }
      : document,
}
