import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

export const blindFallsBack: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BLIND-FALLS-BACK',
  title: 'a language that is none is refused with 400, after it was taken for nb',
  family: 'written blind',
  violates: ['KRR-PATCH-007'],
  seam: 'patchEffect',
  inject: (record, { sent, now }) => {
    if (record === undefined || record.spraak === 'nb' || !isJsonObject(sent)) return record
    const { spraak } = sent
    return typeof spraak !== 'string' || ['nb', 'nn', 'en', 'se'].includes(spraak)
      ? record
      : { ...record, spraak: 'nb', spraak_oppdatert: now }
  },
}
