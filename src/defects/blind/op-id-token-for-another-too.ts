import type { DefectAt } from '../defect.ts'

export const opIdTokenForAnotherToo: DefectAt<'idTokenClaims'> = {
  id: 'DEF-BLIND-OP-SECOND-AUDIENCE',
  title: 'the ID token is for another client as well',
  family: 'written blind',
  violates: ['KRR-OP-006'],
  seam: 'idTokenClaims',
  inject: (claims, { clientId }) => ({ ...claims, aud: [clientId, 'another-client'] }),
}
