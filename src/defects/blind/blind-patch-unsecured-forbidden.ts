import type { DefectAt } from '../defect.ts'

export const blindPatchUnsecuredForbidden: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-PATCH-UNSECURED-FORBIDDEN',
  title: 'a PATCH with an unsecured token is refused as one whose scopes do not suffice',
  family: 'written blind',
  violates: ['KRR-AUTH-014'],
  seam: 'authentication',
  inject: (authentication, { request, presented }) =>
    request.method === 'PATCH' && String(presented?.header['alg']).toLowerCase() === 'none'
      ? { kind: 'accepted', claims: { ...presented?.claims, scope: 'openid profile' } }
      : authentication,
}
