import type { DefectAt } from '../defect.ts'

/** One time of change for the whole row. */
export const changeRenewsTheReservation: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-CHANGE-RENEWS-THE-RESERVATION',
  title: 'a change of the language sets reservasjon_oppdatert',
  family: 'PATCH side effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-004'],
  inject: (stored, { record, now }) =>
    stored === undefined || stored === record ? stored : { ...stored, reservasjon_oppdatert: now },
}
