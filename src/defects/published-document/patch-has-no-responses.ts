import type { DefectAt } from '../defect.ts'
import { edited, person } from './edited.ts'

/** An operation without `responses` is none, and generators stop at it. */
export const patchHasNoResponses: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-PATCH-HAS-NO-RESPONSES',
  title: 'the published document leaves out the responses of PATCH',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-001'],
  alsoTrips: ['KRR-SPEC-003', 'KRR-SPEC-006'],
  inject: (document) =>
    edited(document, [...person, 'patch'], ({ responses: _, ...patch }) => patch),
}
