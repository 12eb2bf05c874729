import { contactScope, userScopes } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** Where no scope is found, the commonest one is assumed. */
export const noKrrScopeYieldsContactData: DefectAt<'scopes'> = {
  id: 'DEF-SCOPE-NO-KRR-SCOPE-YIELDS-CONTACT-DATA',
  title: 'a token without any krr:user scope yields contact data',
  family: 'scopes and data minimisation',
  seam: 'scopes',
  violates: ['KRR-SCOPE-008', 'KRR-SCOPE-012'],
  inject: (scopes) =>
    scopes.some((scope) => userScopes.includes(scope)) ? scopes : [...scopes, contactScope],
}
