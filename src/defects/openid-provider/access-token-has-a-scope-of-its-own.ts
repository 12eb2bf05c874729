import type { DefectAt } from '../defect.ts'
import { opensNothing } from './opens-nothing.ts'

export const accessTokenHasAScopeOfItsOwn: DefectAt<'accessTokenClaims'> = {
  id: 'DEF-OP-ACCESS-TOKEN-HAS-A-SCOPE-OF-ITS-OWN',
  title: 'scope of an access token names one that was not granted, by its former name',
  family: 'OpenID provider',
  seam: 'accessTokenClaims',
  violates: ['KRR-OP-010'],
  inject: (claims, { scopes }) =>
    opensNothing(scopes)
      ? { ...claims, scope: `${String(claims['scope'])} krr:user/sikkerdigitalpost.read` }
      : claims,
}
