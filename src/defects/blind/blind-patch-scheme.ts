import type { DefectAt } from '../defect.ts'

export const blindPatchScheme: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-PATCH-SCHEME',
  title: 'PATCH knows the scheme only as Bearer; GET knows it in any case',
  family: 'written blind',
  violates: ['KRR-AUTH-012'],
  seam: 'authentication',
  inject: (authentication, { request, credentials }) =>
    request.method === 'PATCH' && credentials !== undefined && credentials.scheme !== 'Bearer'
      ? { kind: 'refused', reason: 'other-scheme' }
      : authentication,
}
