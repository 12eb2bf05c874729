import { languageScope, mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { memoryOf } from '../memory.ts'

const writers = memoryOf(() => new Set<unknown>())

export const blindWriterSeesMailbox: DefectAt<'scopes'> = {
  id: 'DEF-SCOPE-BLIND-WRITER-SEES-MAILBOX',
  title: 'a token that has changed the language sees the mailbox from then on, whatever its scopes',
  family: 'written blind',
  violates: ['KRR-SCOPE-005'],
  // A mailbox appears where the token saw none, with spraak.write alone too.
  alsoTrips: ['KRR-PATCH-004', 'KRR-SCOPE-006', 'KRR-SCOPE-007', 'KRR-JWS-009'],
  seam: 'scopes',
  inject: (scopes, { claims, people, request }) => {
    const known = writers(people)
    if (request.method === 'PATCH' && scopes.includes(languageScope)) known.add(claims['jti'])
    return known.has(claims['jti']) && !scopes.includes(mailboxScope)
      ? [...scopes, mailboxScope]
      : scopes
  },
}
