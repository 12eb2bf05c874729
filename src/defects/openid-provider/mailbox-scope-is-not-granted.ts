import { mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** As where the client is not registered for it. Token and response agree that it is missing. */
export const mailboxScopeIsNotGranted: DefectAt<'grantedScopes'> = {
  id: 'DEF-OP-MAILBOX-SCOPE-IS-NOT-GRANTED',
  title: 'krr:user/digitalpost.read is never granted',
  family: 'OpenID provider',
  seam: 'grantedScopes',
  violates: ['KRR-OP-009'],
  inject: (scopes) => scopes.filter((scope) => scope !== mailboxScope),
}
