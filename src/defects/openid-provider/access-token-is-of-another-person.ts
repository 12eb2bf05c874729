import type { DefectAt } from '../defect.ts'
import { opensNothing } from './opens-nothing.ts'

export const accessTokenIsOfAnotherPerson: DefectAt<'accessTokenClaims'> = {
  id: 'DEF-OP-ACCESS-TOKEN-IS-OF-ANOTHER-PERSON',
  title: 'pid of an access token that opens nothing is somebody else',
  family: 'OpenID provider',
  seam: 'accessTokenClaims',
  violates: ['KRR-OP-010'],
  inject: (claims, { scopes }) =>
    opensNothing(scopes) ? { ...claims, pid: '01810199918' } : claims,
}
