import type { DefectAt } from '../defect.ts'

export const blindPatchOwnJwk: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-PATCH-OWN-JWK',
  title: 'PATCH verifies a token by the jwk in its own header; GET does not',
  family: 'written blind',
  violates: ['KRR-AUTH-007'],
  seam: 'authentication',
  inject: (authentication, { request, presented }) =>
    request.method === 'PATCH' &&
    authentication.kind === 'refused' &&
    authentication.reason === 'signature' &&
    presented?.header['jwk'] !== undefined
      ? { kind: 'accepted', claims: presented.claims }
      : authentication,
}
