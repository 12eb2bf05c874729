import type { DefectAt } from '../defect.ts'

/** As after a change of keys of which the set was not told; the signature itself holds. */
export const idTokenKeyIsUnknown: DefectAt<'idTokenHeader'> = {
  id: 'DEF-OP-ID-TOKEN-KEY-IS-UNKNOWN',
  title: 'the ID token names a key that is not in the JWK Set',
  family: 'OpenID provider',
  seam: 'idTokenHeader',
  violates: ['KRR-OP-006'],
  inject: (header) => ({ ...header, kid: 'next' }),
}
