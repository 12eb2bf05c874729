import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'
import { hasJust } from './same-scopes.ts'

export const blindJwsForAnybody: DefectAt<'authorisation'> = {
  id: 'DEF-SCOPE-BLIND-JWS-FOR-ANYBODY',
  title: 'without a scope of this API the person is refused as JSON, and delivered as JWS',
  family: 'written blind',
  violates: ['KRR-SCOPE-012'],
  seam: 'authorisation',
  inject: (authorisation, { request, scopes }) =>
    request.method === 'GET' &&
    hasJust(scopes) &&
    fieldValue(request, 'accept') === 'application/jose'
      ? { kind: 'granted' }
      : authorisation,
}
