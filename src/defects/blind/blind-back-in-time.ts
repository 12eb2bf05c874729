import type { DefectAt } from '../defect.ts'

export const blindBackInTime: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BLIND-BACK-IN-TIME',
  title: 'the language that the person had at first comes back with the timestamp that it had',
  family: 'written blind',
  violates: ['KRR-PATCH-005'],
  seam: 'patchEffect',
  inject: (record, { decision, people, record: before }) => {
    const first = Object.values(people).find(
      ({ pid }) => pid === record?.personidentifikator,
    )?.record
    if (record === undefined || record === before || decision.kind === 'refused') return record
    return first?.spraak_oppdatert !== undefined && record.spraak === first.spraak
      ? { ...record, spraak_oppdatert: first.spraak_oppdatert }
      : record
  },
}
