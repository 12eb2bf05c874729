import type { DefectAt } from '../defect.ts'
import { edited, person } from './edited.ts'

/** The page sends its readers there for the language change; they find nothing. */
export const patchIsNotDescribed: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-PATCH-IS-NOT-DESCRIBED',
  title: 'the published document does not describe PATCH',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-002'],
  alsoTrips: ['KRR-SPEC-003'],
  inject: (document) => edited(document, person, ({ patch: _, ...item }) => item),
}
