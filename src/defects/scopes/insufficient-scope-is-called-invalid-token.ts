import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A client that reads it fetches a new token with the same scopes, again and again. */
export const insufficientScopeIsCalledInvalidToken: DefectAt<'response'> = {
  id: 'DEF-SCOPE-INSUFFICIENT-SCOPE-IS-CALLED-INVALID-TOKEN',
  title: 'a PATCH without spraak.write is refused with invalid_token',
  family: 'scopes and data minimisation',
  seam: 'response',
  violates: ['KRR-SCOPE-010'],
  inject: (response, { request }) =>
    response.status === 403 && request.method === 'PATCH'
      ? withField(response, 'WWW-Authenticate', 'Bearer realm="krr", error="invalid_token"')
      : response,
}
