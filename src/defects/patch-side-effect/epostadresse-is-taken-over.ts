import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Refused for the member that is missing, after the other one was saved. */
export const epostadresseIsTakenOver: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-EPOSTADRESSE-IS-TAKEN-OVER',
  title: 'an epostadresse in a refused PATCH document is stored',
  family: 'PATCH side effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-010'],
  inject(stored, { sent }) {
    const value =
      isJsonObject(sent) && isJsonObject(sent['kontaktinformasjon'])
        ? sent['kontaktinformasjon']['epostadresse']
        : undefined
    return stored?.epostadresse === undefined || typeof value !== 'string'
      ? stored
      : { ...stored, epostadresse: { ...stored.epostadresse, value } }
  },
}
