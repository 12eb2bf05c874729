import type { DefectAt } from '../defect.ts'
import { edited, person } from '../published-document/edited.ts'

export const blindHeaderRequired: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-BLIND-HEADER-REQUIRED',
  title: 'the published document requires a field of GET that nobody sends',
  family: 'written blind',
  violates: ['KRR-SPEC-003'],
  seam: 'openApiDocument',
  inject: (document) =>
    edited(document, [...person, 'get'], (operation) => ({
      ...operation,
      parameters: [{ name: 'X-Purpose', in: 'header', required: true, schema: { type: 'string' } }],
    })),
}
