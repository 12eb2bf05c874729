import type { DefectAt } from '../defect.ts'

/** The answer alone looks as it must. */
export const changeIsNotStored: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-CHANGE-IS-NOT-STORED',
  title: 'a change is answered with 204 and not stored',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-003'],
  alsoTrips: ['KRR-PATCH-013'],
  inject: (_, { record }) => record,
}
