import type { DefectAt } from '../defect.ts'

/** High enough, and not a value that anybody asks for any longer. */
export const acrIsOfTheFormerScale: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ACR-IS-OF-THE-FORMER-SCALE',
  title: 'acr of the ID token is Level4, of the scale that ID-porten left',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-007'],
  inject: (claims) => ({ ...claims, acr: 'Level4' }),
}
