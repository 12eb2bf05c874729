import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** As JSON Merge Patch would have it; nobody can choose no language here. */
export const nullErasesTheLanguage: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-NULL-ERASES-THE-LANGUAGE',
  title: 'null as spraak erases the language',
  family: 'PATCH validation',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-008'],
  inject(stored, { sent }) {
    if (stored === undefined || !isJsonObject(sent) || sent['spraak'] !== null) return stored
    const { spraak: _, ...others } = stored
    return others
  },
}
