import type { DefectAt } from '../defect.ts'
import { edited, person } from './edited.ts'

/** Only the language change is left, and nothing that a person could be judged by. */
export const getIsNotDescribed: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-GET-IS-NOT-DESCRIBED',
  title: 'the published document does not describe GET',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-002'],
  alsoTrips: ['KRR-SPEC-003'],
  inject: (document) => edited(document, person, ({ get: _, ...item }) => item),
}
