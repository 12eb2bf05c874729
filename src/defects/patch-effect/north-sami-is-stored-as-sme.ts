import type { DefectAt } from '../defect.ts'

/** The code of ISO 639-2 for the same language. */
export const northSamiIsStoredAsSme: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-NORTH-SAMI-IS-STORED-AS-SME',
  title: 'se is stored as sme',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-003'],
  alsoTrips: ['KRR-PATCH-013', 'KRR-BODY-001', 'KRR-BODY-005'],
  inject: (stored) => (stored?.spraak === 'se' ? { ...stored, spraak: 'sme' } : stored),
}
