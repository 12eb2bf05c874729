import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Whoever may write a language deletes a person. */
export const statusIsTakenOver: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-STATUS-IS-TAKEN-OVER',
  title: 'status in a PATCH document is stored',
  family: 'PATCH side effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-010'],
  inject(stored, { sent }) {
    const status = isJsonObject(sent) ? sent['status'] : undefined
    return stored !== undefined && (status === 'SLETTET' || status === 'AKTIV')
      ? { ...stored, status }
      : stored
  },
}
