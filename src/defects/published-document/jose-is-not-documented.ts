import type { DefectAt } from '../defect.ts'
import { edited, person } from './edited.ts'

/** The page names it first of the two, and it is delivered. */
export const joseIsNotDocumented: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-JOSE-IS-NOT-DOCUMENTED',
  title: 'the published document knows no application/jose',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-003', 'KRR-SPEC-006', 'KRR-SPEC-007'],
  inject: (document) =>
    edited(
      document,
      [...person, 'get', 'responses', '200', 'content'],
      ({ 'application/jose': _, ...content }) => content,
    ),
}
