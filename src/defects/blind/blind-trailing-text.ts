import { decidePatch } from '../../reference/api/patch.ts'
import type { DefectAt } from '../defect.ts'

export const blindTrailingText: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-BLIND-TRAILING-TEXT',
  title: 'whatever stands after the document is not read: {"spraak":"nn"}} is accepted',
  family: 'written blind',
  violates: ['KRR-PATCH-009'],
  seam: 'patchDecision',
  inject: (decision, { request, record, sent }) => {
    if (sent !== undefined) return decision
    const [, spraak] =
      /^\s*\{\s*"spraak"\s*:\s*"([^"]*)"\s*\}/.exec(new TextDecoder().decode(request.content)) ?? []
    return spraak === undefined ? decision : decidePatch(request, { spraak }, record)
  },
}
