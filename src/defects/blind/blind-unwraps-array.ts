import { isJsonObject } from '../../reference/api/message.ts'
import { decidePatch } from '../../reference/api/patch.ts'
import type { DefectAt } from '../defect.ts'

export const blindUnwrapsArray: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-BLIND-UNWRAPS-ARRAY',
  title: 'an array with one language in it is taken for the language',
  family: 'written blind',
  violates: ['KRR-PATCH-008'],
  seam: 'patchDecision',
  inject: (decision, { request, record, sent }) => {
    const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
    const unwrapped: unknown = Array.isArray(spraak) && spraak.length === 1 ? spraak[0] : undefined
    return typeof unwrapped === 'string'
      ? decidePatch(request, { spraak: unwrapped }, record)
      : decision
  },
}
