import type { DefectAt } from '../defect.ts'
import { edited, personSchema } from './edited.ts'

/** The document is valid and the person is as ever; the two do not agree. */
export const spraakIsPublishedAsANumber: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-SPRAAK-IS-PUBLISHED-AS-A-NUMBER',
  title: 'the published document says that spraak is an integer',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-005'],
  alsoTrips: ['KRR-SPEC-003'],
  inject: (document) =>
    edited(document, [...personSchema, 'properties', 'spraak'], () => ({ type: 'integer' })),
}
