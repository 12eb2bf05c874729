import { mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** Whether somebody can be notified is told to who did not ask for it. */
export const mailboxReadersSeeVarslingsstatus: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-MAILBOX-READERS-SEE-VARSLINGSSTATUS',
  title: 'varslingsstatus is given to who reads the mailbox',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-011'],
  inject: (document, { scopes, complete }) =>
    scopes.includes(mailboxScope)
      ? { ...document, varslingsstatus: complete['varslingsstatus'] }
      : document,
}
