import type { DefectAt } from '../defect.ts'
import { edited } from '../published-document/edited.ts'

export const blindAddressRequired: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-BLIND-ADDRESS-REQUIRED',
  title: 'the published schema requires an e-mail address, which not everybody has',
  family: 'written blind',
  violates: ['KRR-SPEC-005'],
  // The snapshot requires none.
  alsoTrips: ['KRR-SPEC-003'],
  seam: 'openApiDocument',
  inject: (document) =>
    edited(document, ['components', 'schemas', 'ContactInfoResource'], (schema) => ({
      ...schema,
      required: ['epostadresse'],
    })),
}
