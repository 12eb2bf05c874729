import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** Nothing is disclosed; why, is told wrongly: no other Accept would help. */
export const writeScopeAloneIsNotAcceptable: DefectAt<'representation'> = {
  id: 'DEF-SCOPE-WRITE-SCOPE-ALONE-IS-NOT-ACCEPTABLE',
  title: 'GET with spraak.write alone is answered with 406',
  family: 'scopes and data minimisation',
  seam: 'representation',
  violates: ['KRR-SCOPE-007'],
  inject: (representation, context) =>
    isAskedWith(context, 'spraak') ? undefined : representation,
}
