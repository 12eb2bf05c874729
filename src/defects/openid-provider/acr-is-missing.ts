import type { DefectAt } from '../defect.ts'

/** How the person was authenticated is what a public service must know. */
export const acrIsMissing: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ACR-IS-MISSING',
  title: 'the ID token has no acr',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-007'],
  inject: ({ acr: _, ...claims }) => claims,
}
