import type { DefectAt } from '../defect.ts'
import { edited, personSchema } from './edited.ts'

/** What a scope opens, and not everybody has, cannot be required. */
export const mailboxIsPublishedAsRequired: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-MAILBOX-IS-PUBLISHED-AS-REQUIRED',
  title: 'the published document requires digital_post of every person',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-005'],
  inject: (document) =>
    edited(document, personSchema, (schema) => ({ ...schema, required: ['digital_post'] })),
}
