import type { DefectAt } from '../defect.ts'

/** A challenge that is its own verifier protects no code; S256 still works, and nobody is told. */
export const s256IsNotOffered: DefectAt<'providerMetadata'> = {
  id: 'DEF-OP-S256-IS-NOT-OFFERED',
  title: 'the metadata offer PKCE with the method plain only',
  family: 'OpenID provider',
  seam: 'providerMetadata',
  violates: ['KRR-OP-002'],
  inject: (metadata) => ({ ...metadata, code_challenge_methods_supported: ['plain'] }),
}
