import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Refused and nothing taken over, yet the row was touched. */
export const refusedDocumentRenewsTheReservation: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-REFUSED-DOCUMENT-RENEWS-THE-RESERVATION',
  title: 'a PATCH document with personidentifikator sets reservasjon_oppdatert',
  family: 'PATCH side effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-010'],
  inject: (stored, { sent, now }) =>
    stored !== undefined && isJsonObject(sent) && 'personidentifikator' in sent
      ? { ...stored, reservasjon_oppdatert: now }
      : stored,
}
