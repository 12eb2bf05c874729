import type { DefectAt } from '../defect.ts'

/**
 * ID-porten's issuer has none; a client that compares as strings, as it must, finds another
 * issuer.
 */
export const issuerEndsWithASlash: DefectAt<'providerMetadata'> = {
  id: 'DEF-OP-ISSUER-ENDS-WITH-A-SLASH',
  title: 'the issuer in the metadata ends with a slash',
  family: 'OpenID provider',
  seam: 'providerMetadata',
  violates: ['KRR-OP-001'],
  inject: (metadata, { issuer }) => ({ ...metadata, issuer: `${issuer}/` }),
}
