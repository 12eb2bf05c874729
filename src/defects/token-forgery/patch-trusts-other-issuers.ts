import type { DefectAt } from '../defect.ts'

/** Reading and writing are behind gateways of their own. */
export const patchTrustsOtherIssuers: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-TRUSTS-OTHER-ISSUERS',
  title: 'PATCH accepts a token of any issuer',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-010'],
  inject: (authentication, context) => {
    const { presented, issuer } = context
    const isForeign = presented !== undefined && presented.claims['iss'] !== issuer
    return context.request.method === 'PATCH' && isForeign && authentication.kind === 'refused'
      ? { kind: 'accepted', claims: presented.claims }
      : authentication
  },
}
