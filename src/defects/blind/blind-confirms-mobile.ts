import type { DefectAt } from '../defect.ts'

export const blindConfirmsMobile: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BLIND-CONFIRMS-MOBILE',
  title: 'changing the language to se counts as confirming the mobile number',
  family: 'written blind',
  violates: ['KRR-PATCH-004'],
  seam: 'patchEffect',
  inject: (record, { decision, now, record: before }) =>
    record?.mobiltelefonnummer !== undefined &&
    record !== before &&
    decision.kind === 'accepted' &&
    decision.spraak === 'se'
      ? { ...record, mobiltelefonnummer: { ...record.mobiltelefonnummer, sist_verifisert: now } }
      : record,
}
