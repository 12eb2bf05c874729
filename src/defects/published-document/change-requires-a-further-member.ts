import type { DefectAt } from '../defect.ts'
import { edited } from './edited.ts'

/** Every client there is sends the language alone. */
export const changeRequiresAFurtherMember: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-CHANGE-REQUIRES-A-FURTHER-MEMBER',
  title: 'the published document requires a source beside the language in PATCH',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-003'],
  inject: (document) =>
    edited(document, ['components', 'schemas', 'PersonPatchResource'], (schema) => ({
      ...edited(schema, ['properties'], (members) => ({ ...members, kilde: { type: 'string' } })),
      required: ['kilde'],
    })),
}
