import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

export const blindOwnTimestamp: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BLIND-OWN-TIMESTAMP',
  title: 'a document with spraak_oppdatert is refused, and the timestamp is stored',
  family: 'written blind',
  violates: ['KRR-PATCH-010'],
  seam: 'patchEffect',
  inject: (record, { sent }) => {
    const timestamp = isJsonObject(sent) ? String(sent['spraak_oppdatert']) : ''
    const instant = Date.parse(timestamp.replace(/[+-]\d\d$/, '$&:00'))
    return record === undefined || Number.isNaN(instant)
      ? record
      : { ...record, spraak_oppdatert: instant }
  },
}
