import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** Two scopes are counted, and two are thought to be the two for reading. */
export const writersOfContactReadersSeeTheMailbox: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-WRITERS-OF-CONTACT-READERS-SEE-THE-MAILBOX',
  title: 'digital_post is given for contact data and spraak.write together',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-005', 'KRR-SCOPE-006'],
  inject: (document, context) =>
    isAskedWith(context, 'kontaktinformasjon', 'spraak') && 'digital_post' in context.complete
      ? { ...document, digital_post: context.complete['digital_post'] }
      : document,
}
