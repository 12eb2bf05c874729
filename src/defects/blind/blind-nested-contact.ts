import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

export const blindNestedContact: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BLIND-NESTED-CONTACT',
  title: 'a document with kontaktinformasjon is refused, and the mobile number in it is stored',
  family: 'written blind',
  violates: ['KRR-PATCH-010'],
  seam: 'patchEffect',
  inject: (record, { sent }) => {
    const contact = isJsonObject(sent) ? sent['kontaktinformasjon'] : undefined
    const value = isJsonObject(contact) ? contact['mobiltelefonnummer'] : undefined
    return record?.mobiltelefonnummer !== undefined && typeof value === 'string'
      ? { ...record, mobiltelefonnummer: { ...record.mobiltelefonnummer, value } }
      : record
  },
}
