import type { DefectAt } from '../defect.ts'
import { edited, person } from './edited.ts'

/** Told once, not once for each of its responses. DELETE is still answered with 405, which it does not say. */
export const operationIsAdded: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-OPERATION-IS-ADDED',
  title: 'the published document describes DELETE of the person',
  family: 'published document',
  seam: 'openApiDocument',
  violates: [],
  alsoTrips: ['KRR-SPEC-006'],
  observes: [{ rule: 'KRR-SPEC-004', met: /^added: DELETE$/ }],
  inject: (document) =>
    edited(document, person, (item) => ({
      ...item,
      delete: { operationId: 'deleteUser', responses: { 204: { description: 'No Content' } } },
    })),
}
