import type { DefectAt } from '../defect.ts'
import { queryTokenIsAccepted } from './query-token-is-accepted.ts'

export const patchAcceptsAQueryToken: DefectAt<'credentials'> = {
  id: 'DEF-AUTH-PATCH-ACCEPTS-A-QUERY-TOKEN',
  title: 'PATCH accepts a token in the query string; GET does not',
  family: 'authentication',
  seam: 'credentials',
  violates: [],
  observes: [{ rule: 'KRR-AUTH-011', met: 'accepted' }],
  inject: (credentials, context) =>
    context.request.method === 'PATCH'
      ? queryTokenIsAccepted.inject(credentials, context)
      : credentials,
}
