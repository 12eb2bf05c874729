import { contactScope, mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { hasJust } from './same-scopes.ts'

export const blindBothReadersWrite: DefectAt<'authorisation'> = {
  id: 'DEF-SCOPE-BLIND-BOTH-READERS-WRITE',
  title: 'the two read scopes together let a token change the language',
  family: 'written blind',
  violates: ['KRR-SCOPE-009'],
  seam: 'authorisation',
  inject: (authorisation, { request, scopes }) =>
    request.method === 'PATCH' && hasJust(scopes, contactScope, mailboxScope)
      ? { kind: 'granted' }
      : authorisation,
}
