import type { DefectAt } from '../defect.ts'
import { edited, personSchema } from './edited.ts'

/** The person is as ever; who generates a client from the document no longer finds the language. */
export const spraakIsRenamed: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-SPRAAK-IS-RENAMED',
  title: 'the published document calls spraak maalform',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-003'],
  inject: (document) =>
    edited(document, [...personSchema, 'properties'], ({ spraak, ...members }) => ({
      ...members,
      maalform: spraak,
    })),
}
