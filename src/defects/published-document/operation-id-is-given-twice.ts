import type { DefectAt } from '../defect.ts'
import { edited, person } from './edited.ts'

/** Generated clients would have two functions of one name. */
export const operationIdIsGivenTwice: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-OPERATION-ID-IS-GIVEN-TWICE',
  title: 'the published document gives two operations the same operationId',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-001'],
  inject: (document) =>
    edited(document, [...person, 'patch'], (patch) => ({ ...patch, operationId: 'getUser' })),
}
