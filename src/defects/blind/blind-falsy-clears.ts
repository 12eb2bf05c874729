import { isJsonObject } from '../../reference/api/message.ts'
import type { PersonRecord } from '../../reference/api/person-record.ts'
import type { DefectAt } from '../defect.ts'

const isEmptyLanguage = (sent: unknown): boolean => {
  const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
  return spraak === false || spraak === 0 || (Array.isArray(spraak) && spraak.length === 0)
}

const removed = ({ spraak, spraak_oppdatert, ...record }: PersonRecord): PersonRecord => record

export const blindFalsyClears: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BLIND-FALSY-CLEARS',
  title:
    'false, 0 and an empty list as the language are refused with 400, after they have removed it',
  family: 'written blind',
  violates: ['KRR-PATCH-008'],
  seam: 'patchEffect',
  inject: (record, { sent, decision }) =>
    record !== undefined && decision.kind === 'refused' && isEmptyLanguage(sent)
      ? removed(record)
      : record,
}
