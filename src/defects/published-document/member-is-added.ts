import type { DefectAt } from '../defect.ts'
import { edited, personSchema } from './edited.ts'

/** No fault, but worth knowing: nobody is let down by a member more. */
export const memberIsAdded: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-MEMBER-IS-ADDED',
  title: 'the published document has a member that the snapshot lacks',
  family: 'published document',
  seam: 'openApiDocument',
  violates: [],
  observes: [{ rule: 'KRR-SPEC-004', met: 'added: GET 200 application/json /fodselsdato' }],
  inject: (document) =>
    edited(document, [...personSchema, 'properties'], (members) => ({
      ...members,
      fodselsdato: { type: 'string' },
    })),
}
