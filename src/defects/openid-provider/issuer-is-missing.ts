import type { DefectAt } from '../defect.ts'

/** Whose metadata they are is left to the address that they came from. */
export const issuerIsMissing: DefectAt<'providerMetadata'> = {
  id: 'DEF-OP-ISSUER-IS-MISSING',
  title: 'the metadata name no issuer',
  family: 'OpenID provider',
  seam: 'providerMetadata',
  violates: ['KRR-OP-001'],
  inject: ({ issuer: _, ...metadata }) => metadata,
}
