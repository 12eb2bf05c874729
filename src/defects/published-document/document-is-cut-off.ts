import { apiDocsPath } from '../../reference/api/documentation.ts'
import type { DefectAt } from '../defect.ts'

/** The length that is announced is that of the half: nothing was lost on the way. */
export const documentIsCutOff: DefectAt<'response'> = {
  id: 'DEF-SPEC-DOCUMENT-IS-CUT-OFF',
  title: 'the published document ends in the middle',
  family: 'published document',
  seam: 'response',
  violates: ['KRR-SPEC-001'],
  inject: (response, { request }) =>
    request.path === apiDocsPath
      ? { ...response, content: response.content.slice(0, response.content.length / 2) }
      : response,
}
