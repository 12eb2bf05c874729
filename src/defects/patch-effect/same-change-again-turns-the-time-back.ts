import type { DefectAt } from '../defect.ts'

/** As if the former change had been the last. */
export const sameChangeAgainTurnsTheTimeBack: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-SAME-CHANGE-AGAIN-TURNS-THE-TIME-BACK',
  title: 'the same change again moves spraak_oppdatert a day back',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-006'],
  inject: (stored, { decision, record }) =>
    stored?.spraak_oppdatert !== undefined &&
    decision.kind === 'accepted' &&
    record?.spraak === decision.spraak
      ? { ...stored, spraak_oppdatert: stored.spraak_oppdatert - day }
      : stored,
}

const day = 24 * 3_600_000
