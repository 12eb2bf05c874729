import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** Saved first and looked at afterwards. */
export const booleanIsStoredAsItsText: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-BOOLEAN-IS-STORED-AS-ITS-TEXT',
  title: 'a boolean as spraak is refused and stored as its text',
  family: 'PATCH validation',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-008'],
  inject(stored, { sent }) {
    const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
    return stored !== undefined && typeof spraak === 'boolean'
      ? { ...stored, spraak: String(spraak) }
      : stored
  },
}
