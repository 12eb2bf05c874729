import type { DefectAt } from '../defect.ts'

/** A level that ID-porten has, for a login that was asked for at a higher one. */
export const acrIsBelowTheLevelRequested: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ACR-IS-BELOW-THE-LEVEL-REQUESTED',
  title: 'acr of the ID token is lower than was requested',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-007'],
  inject: (claims) => ({ ...claims, acr: 'idporten-loa-low' }),
}
