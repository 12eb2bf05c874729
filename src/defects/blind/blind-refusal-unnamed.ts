import { mailboxScope } from '../../reference/api/scopes.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'
import { hasJust } from './same-scopes.ts'

export const blindRefusalUnnamed: DefectAt<'response'> = {
  id: 'DEF-SCOPE-BLIND-REFUSAL-UNNAMED',
  title: 'PATCH with digitalpost.read alone is refused without insufficient_scope',
  family: 'written blind',
  violates: ['KRR-SCOPE-010'],
  seam: 'response',
  inject: (response, { request, scopes }) =>
    request.method === 'PATCH' && response.status === 403 && hasJust(scopes, mailboxScope)
      ? withField(response, 'WWW-Authenticate', 'Bearer realm="krr"')
      : response,
}
