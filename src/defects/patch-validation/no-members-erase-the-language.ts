import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** What the document lacks is taken for what it wants to be gone. */
export const noMembersEraseTheLanguage: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-NO-MEMBERS-ERASE-THE-LANGUAGE',
  title: 'a document without members erases the language',
  family: 'PATCH validation',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-008'],
  inject(stored, { sent }) {
    if (stored === undefined || !isJsonObject(sent) || Object.keys(sent).length > 0) return stored
    const { spraak: _, ...others } = stored
    return others
  },
}
