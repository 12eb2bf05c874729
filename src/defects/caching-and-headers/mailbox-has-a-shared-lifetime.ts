import { mailboxScope } from '../../reference/api/scopes.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** Two settings that contradict each other; a cache that reads one of them keeps the person. */
export const mailboxHasASharedLifetime: DefectAt<'response'> = {
  id: 'DEF-HTTP-MAILBOX-HAS-A-SHARED-LIFETIME',
  title: 'with digitalpost.read a person has s-maxage beside no-store',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-004'],
  inject: (response, { representation, scopes }) =>
    representation !== undefined && scopes.includes(mailboxScope)
      ? withField(response, 'Cache-Control', 'no-store, s-maxage=60')
      : response,
}
