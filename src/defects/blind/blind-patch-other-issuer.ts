import type { DefectAt } from '../defect.ts'

export const blindPatchOtherIssuer: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-PATCH-OTHER-ISSUER',
  title: 'PATCH takes a token of another issuer; GET does not',
  family: 'written blind',
  violates: ['KRR-AUTH-010'],
  seam: 'authentication',
  inject: (authentication, { request, presented, issuer }) =>
    request.method === 'PATCH' &&
    authentication.kind === 'refused' &&
    presented !== undefined &&
    presented.claims['iss'] !== issuer
      ? { kind: 'accepted', claims: presented.claims }
      : authentication,
}
