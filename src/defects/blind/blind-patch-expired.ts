import type { DefectAt } from '../defect.ts'

export const blindPatchExpired: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-PATCH-EXPIRED',
  title: 'PATCH takes a token that has expired; GET does not',
  family: 'written blind',
  violates: ['KRR-AUTH-004'],
  seam: 'authentication',
  inject: (authentication, { request, presented }) =>
    request.method === 'PATCH' &&
    authentication.kind === 'refused' &&
    authentication.reason === 'expired' &&
    presented !== undefined
      ? { kind: 'accepted', claims: presented.claims }
      : authentication,
}
