import type { DefectAt } from '../defect.ts'
import { edited } from './edited.ts'

/** Every refusal is described by a reference that leads nowhere. */
export const errorSchemaIsMissing: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-ERROR-SCHEMA-IS-MISSING',
  title: 'the published document refers to a schema that it does not have',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-001'],
  inject: (document) =>
    edited(document, ['components', 'schemas'], ({ ErrorResource: _, ...schemas }) => schemas),
}
