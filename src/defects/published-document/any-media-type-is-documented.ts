import type { DefectAt } from '../defect.ts'
import { edited, person } from './edited.ts'

/** As springdoc writes it for an operation that names none. */
export const anyMediaTypeIsDocumented: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-ANY-MEDIA-TYPE-IS-DOCUMENTED',
  title: 'the published document says */* of a person',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-007'],
  inject: (document) =>
    edited(document, [...person, 'get', 'responses', '200'], (response) => ({
      ...response,
      content: { '*/*': { schema: { $ref: '#/components/schemas/PersonResource' } } },
    })),
}
