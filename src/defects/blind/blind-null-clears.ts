import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

export const blindNullClears: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BLIND-NULL-CLEARS',
  title: 'null as the language is refused with 400, after it has removed the language',
  family: 'written blind',
  violates: ['KRR-PATCH-008'],
  seam: 'patchEffect',
  inject: (record, { sent }) => {
    if (record === undefined || !isJsonObject(sent) || sent['spraak'] !== null) return record
    const { spraak, spraak_oppdatert, ...others } = record
    return others
  },
}
