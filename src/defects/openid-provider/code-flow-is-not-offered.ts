import type { DefectAt } from '../defect.ts'

/** A client that configures itself by the metadata would ask for tokens in the address. */
export const codeFlowIsNotOffered: DefectAt<'providerMetadata'> = {
  id: 'DEF-OP-CODE-FLOW-IS-NOT-OFFERED',
  title: 'the metadata offer the implicit flow only',
  family: 'OpenID provider',
  seam: 'providerMetadata',
  violates: ['KRR-OP-002'],
  inject: (metadata) => ({ ...metadata, response_types_supported: ['id_token', 'id_token token'] }),
}
