import type { DefectAt } from '../defect.ts'

/** Silence means that PKCE is not supported (RFC 8414, 2), although it is demanded here. */
export const pkceIsNotMentioned: DefectAt<'providerMetadata'> = {
  id: 'DEF-OP-PKCE-IS-NOT-MENTIONED',
  title: 'the metadata do not mention PKCE',
  family: 'OpenID provider',
  seam: 'providerMetadata',
  violates: ['KRR-OP-002'],
  inject: ({ code_challenge_methods_supported: _, ...metadata }) => metadata,
}
