import type { DefectAt } from '../defect.ts'

/** As where the keys are fetched from whichever issuer the token names. */
export const otherIssuersAreTrusted: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-OTHER-ISSUERS-ARE-TRUSTED',
  title: 'a token of any issuer is accepted',
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-010'],
  inject: (authentication, context) => {
    const { presented, issuer } = context
    const isForeign = presented !== undefined && presented.claims['iss'] !== issuer
    return isForeign && authentication.kind === 'refused'
      ? { kind: 'accepted', claims: presented.claims }
      : authentication
  },
}
