import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** As if who changes a language had to be allowed to read it. */
export const writeScopeAloneIsRefused: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-WRITE-SCOPE-ALONE-IS-REFUSED',
  title: 'a change with spraak.write and no read scope is refused',
  family: 'PATCH effect',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-001'],
  inject: (decision, context) =>
    isAskedWith(context, 'spraak')
      ? { kind: 'refused', status: 403, description: 'A read scope is missing' }
      : decision,
}
