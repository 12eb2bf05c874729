import { withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** 403, and no word on what would have been enough. */
export const insufficientScopeIsNotExplained: DefectAt<'response'> = {
  id: 'DEF-SCOPE-INSUFFICIENT-SCOPE-IS-NOT-EXPLAINED',
  title: 'a PATCH without spraak.write is refused without WWW-Authenticate',
  family: 'scopes and data minimisation',
  seam: 'response',
  violates: ['KRR-SCOPE-010'],
  inject: (response, { request }) =>
    response.status === 403 && request.method === 'PATCH'
      ? withoutField(response, 'WWW-Authenticate')
      : response,
}
