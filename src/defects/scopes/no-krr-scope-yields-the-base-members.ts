import type { DefectAt } from '../defect.ts'

/** No scope guards the three members, so no scope seems to be needed for them. */
export const noKrrScopeYieldsTheBaseMembers: DefectAt<'authorisation'> = {
  id: 'DEF-SCOPE-NO-KRR-SCOPE-YIELDS-THE-BASE-MEMBERS',
  title: 'a token without any krr:user scope yields the base members',
  family: 'scopes and data minimisation',
  seam: 'authorisation',
  violates: ['KRR-SCOPE-012'],
  inject: (authorisation, { request }) =>
    request.method === 'GET' ? { kind: 'granted' } : authorisation,
}
