import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

export const blindPidLeftOut: DefectAt<'accessTokenClaims'> = {
  id: 'DEF-OP-BLIND-PID-LEFT-OUT',
  title: 'an access token without a scope of this API has no pid',
  family: 'written blind',
  violates: ['KRR-OP-010'],
  seam: 'accessTokenClaims',
  inject: (claims, { scopes }) =>
    scopes.some((scope) => scope.startsWith('krr:user/')) ? claims : without(claims, 'pid'),
}
