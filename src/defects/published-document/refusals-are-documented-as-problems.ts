import type { DefectAt } from '../defect.ts'
import { edited, person } from './edited.ts'

/** RFC 9457 on paper, and the server's own shape on the wire. */
export const refusalsAreDocumentedAsProblems: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-REFUSALS-ARE-DOCUMENTED-AS-PROBLEMS',
  title: 'the published document says that a 403 of PATCH is application/problem+json',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-006'],
  inject: (document) =>
    edited(document, [...person, 'patch', 'responses', '403'], (response) => ({
      ...response,
      content: { 'application/problem+json': { schema: { type: 'object' } } },
    })),
}
