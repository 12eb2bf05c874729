import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** It is asked which scopes are not enough, and none is on that list. */
export const noKrrScopeMayWrite: DefectAt<'authorisation'> = {
  id: 'DEF-SCOPE-NO-KRR-SCOPE-MAY-WRITE',
  title: 'PATCH is granted to a token without any krr:user scope',
  family: 'scopes and data minimisation',
  seam: 'authorisation',
  violates: ['KRR-SCOPE-009'],
  inject: (authorisation, context) =>
    context.request.method === 'PATCH' && isAskedWith(context)
      ? { kind: 'granted' }
      : authorisation,
}
