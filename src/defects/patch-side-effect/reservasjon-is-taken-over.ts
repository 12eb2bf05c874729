import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Refused, and yet it takes effect; alone in the document it does not. */
export const reservasjonIsTakenOver: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-RESERVASJON-IS-TAKEN-OVER',
  title: 'reservasjon beside spraak in a PATCH document is stored',
  family: 'PATCH side effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-010'],
  inject(stored, { sent }) {
    if (stored === undefined || !isJsonObject(sent) || !('spraak' in sent)) return stored
    const { reservasjon } = sent
    return reservasjon === 'JA' || reservasjon === 'NEI' ? { ...stored, reservasjon } : stored
  },
}
