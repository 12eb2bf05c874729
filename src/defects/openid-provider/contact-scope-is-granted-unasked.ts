import { contactScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** What the token then opens, it opens rightly: the person API does what the token says. */
export const contactScopeIsGrantedUnasked: DefectAt<'grantedScopes'> = {
  id: 'DEF-OP-CONTACT-SCOPE-IS-GRANTED-UNASKED',
  title: 'krr:user/kontaktinformasjon.read is granted to whoever logs in',
  family: 'OpenID provider',
  seam: 'grantedScopes',
  violates: ['KRR-OP-009'],
  inject: (scopes) => [...new Set([...scopes, contactScope])],
}
