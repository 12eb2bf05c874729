import type { DefectAt } from '../defect.ts'

export const blindTokenOutlivesExpiresIn: DefectAt<'accessTokenClaims'> = {
  id: 'DEF-OP-BLIND-TOKEN-OUTLIVES-EXPIRES-IN',
  title: 'an access token is valid for an hour, and the token response says two minutes',
  family: 'written blind',
  violates: ['KRR-OP-010'],
  seam: 'accessTokenClaims',
  // The client whose tokens live for a second keeps them short, else nothing would expire in time.
  inject: (claims, { clientId }) =>
    clientId === 'krr-conformance' ? { ...claims, exp: Number(claims['iat']) + 3600 } : claims,
}
