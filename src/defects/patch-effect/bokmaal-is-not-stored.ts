import type { DefectAt } from '../defect.ts'

/** As the default it is said to need no row: who leaves it never comes back. */
export const bokmaalIsNotStored: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BOKMAAL-IS-NOT-STORED',
  title: 'a change to nb is accepted and not stored',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-003', 'KRR-PATCH-014'],
  inject: (stored, { record }) => (stored?.spraak === 'nb' ? record : stored),
}
