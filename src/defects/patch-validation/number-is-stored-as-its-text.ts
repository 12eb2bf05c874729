import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** A binding that makes text of whatever it gets. */
export const numberIsStoredAsItsText: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-NUMBER-IS-STORED-AS-ITS-TEXT',
  title: 'a number as spraak is stored as its text',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-008'],
  inject(decision, { sent }) {
    const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
    return typeof spraak === 'number' ? { kind: 'accepted', spraak: String(spraak) } : decision
  },
}
