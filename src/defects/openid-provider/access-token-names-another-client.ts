import type { DefectAt } from '../defect.ts'

/** The token response went to the right one; whoever reads the token holds another to account. */
export const accessTokenNamesAnotherClient: DefectAt<'accessTokenClaims'> = {
  id: 'DEF-OP-ACCESS-TOKEN-NAMES-ANOTHER-CLIENT',
  title: 'client_id of the access token is another client',
  family: 'OpenID provider',
  seam: 'accessTokenClaims',
  violates: ['KRR-OP-010'],
  inject: (claims, { clientId }) => ({ ...claims, client_id: `${clientId}-2` }),
}
