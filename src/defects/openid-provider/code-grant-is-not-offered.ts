import type { DefectAt } from '../defect.ts'

/** The member may be left out, and then means more than this. */
export const codeGrantIsNotOffered: DefectAt<'providerMetadata'> = {
  id: 'DEF-OP-CODE-GRANT-IS-NOT-OFFERED',
  title: 'the metadata list refresh_token as the only grant type',
  family: 'OpenID provider',
  seam: 'providerMetadata',
  violates: ['KRR-OP-002'],
  inject: (metadata) => ({ ...metadata, grant_types_supported: ['refresh_token'] }),
}
