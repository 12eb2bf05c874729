import type { DefectAt } from '../defect.ts'
import { edited, person } from './edited.ts'

/** Whoever comes without a token gets what no reader of the document expects. */
export const refusalOfStrangersIsNotDocumented: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-REFUSAL-OF-STRANGERS-IS-NOT-DOCUMENTED',
  title: 'the published document has no 401 of GET',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-006'],
  inject: (document) =>
    edited(document, [...person, 'get', 'responses'], ({ 401: _, ...responses }) => responses),
}
