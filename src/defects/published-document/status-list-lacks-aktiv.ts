import type { DefectAt } from '../defect.ts'
import { edited, personSchema } from './edited.ts'

/** Clients generated from it refuse everybody who is active in the register. */
export const statusListLacksAktiv: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-STATUS-LIST-LACKS-AKTIV',
  title: 'the published list of status lacks AKTIV',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-005'],
  alsoTrips: ['KRR-SPEC-003'],
  inject: (document) =>
    edited(document, [...personSchema, 'properties', 'status'], (status) => ({
      ...status,
      enum: ['SLETTET', 'IKKE_REGISTRERT'],
    })),
}
