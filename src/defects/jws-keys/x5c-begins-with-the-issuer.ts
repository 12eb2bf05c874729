import type { DefectAt } from '../defect.ts'

/** The order of a TLS bundle that somebody turned round. */
export const x5cBeginsWithTheIssuer: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-X5C-BEGINS-WITH-THE-ISSUER',
  title: 'x5c begins with the issuer, the signing certificate comes last',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-003', 'KRR-JWS-004'],
  // The authority's own certificate has no organisation number.
  alsoTrips: ['KRR-JWS-007'],
  inject: (signer) => ({ ...signer, x5c: signer.x5c.toReversed() }),
}
