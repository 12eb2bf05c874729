import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** What the document says of a person is taken for the whole of it. */
export const mobileNumberIsLostWithOtherMembers: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-MOBILE-NUMBER-IS-LOST-WITH-OTHER-MEMBERS',
  title: 'a refused document with kontaktinformasjon erases the mobile number',
  family: 'PATCH side effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-010'],
  inject(stored, { sent }) {
    const contact = isJsonObject(sent) ? sent['kontaktinformasjon'] : undefined
    if (stored === undefined || contact === undefined) return stored
    const { mobiltelefonnummer: _, ...others } = stored
    return others
  },
}
