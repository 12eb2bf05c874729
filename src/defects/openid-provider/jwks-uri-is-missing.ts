import type { DefectAt } from '../defect.ts'

/** Without it nobody can verify anything, unless the address is known from elsewhere. */
export const jwksUriIsMissing: DefectAt<'providerMetadata'> = {
  id: 'DEF-OP-JWKS-URI-IS-MISSING',
  title: 'the metadata do not say where the JWK Set is',
  family: 'OpenID provider',
  seam: 'providerMetadata',
  violates: ['KRR-OP-002'],
  inject: ({ jwks_uri: _, ...metadata }) => metadata,
}
