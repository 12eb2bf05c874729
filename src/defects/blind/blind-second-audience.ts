import type { DefectAt } from '../defect.ts'

export const blindSecondAudience: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-BLIND-SECOND-AUDIENCE',
  title: 'the ID token is for another client as well',
  family: 'written blind',
  violates: ['KRR-OP-006'],
  seam: 'idTokenClaims',
  inject: (claims, { clientId }) => ({ ...claims, aud: [clientId, 'another-client'] }),
}
