import { isJsonObject } from '../../reference/api/message.ts'
import { decidePatch } from '../../reference/api/patch.ts'
import type { DefectAt } from '../defect.ts'

export const blindOrdinal: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-BLIND-ORDINAL',
  title: 'a number is taken for the place of a language in the list: 0 for nb, 1 for nn',
  family: 'written blind',
  violates: ['KRR-PATCH-008'],
  seam: 'patchDecision',
  inject: (decision, { request, record, sent }) => {
    const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
    const named = typeof spraak === 'number' ? ['nb', 'nn', 'en', 'se'][spraak] : undefined
    return named === undefined ? decision : decidePatch(request, { spraak: named }, record)
  },
}
