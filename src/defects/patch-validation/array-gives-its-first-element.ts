import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** A parser that unwraps lists of one. */
export const arrayGivesItsFirstElement: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-ARRAY-GIVES-ITS-FIRST-ELEMENT',
  title: 'of an array as spraak the first element is stored',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-008'],
  inject(decision, { sent }) {
    const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
    const first: unknown = Array.isArray(spraak) ? spraak[0] : undefined
    return typeof first === 'string' ? { kind: 'accepted', spraak: first } : decision
  },
}
