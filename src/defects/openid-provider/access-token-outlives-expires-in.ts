import type { DefectAt } from '../defect.ts'

/** The client throws it away in time; whoever has stolen it need not. */
export const accessTokenOutlivesExpiresIn: DefectAt<'accessTokenClaims'> = {
  id: 'DEF-OP-ACCESS-TOKEN-OUTLIVES-EXPIRES-IN',
  title: 'the access token lives an hour longer than expires_in says',
  family: 'OpenID provider',
  seam: 'accessTokenClaims',
  violates: ['KRR-OP-010'],
  // The one that lives for a second does too: whoever goes by expires_in finds it accepted long after its end.
  alsoTrips: ['KRR-AUTH-004'],
  inject: (claims) => ({ ...claims, exp: Number(claims['exp']) + 3_600 }),
}
