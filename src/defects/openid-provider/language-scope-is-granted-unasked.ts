import { languageScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'

/** Every login may write; that the person API lets it is no fault of the API. */
export const languageScopeIsGrantedUnasked: DefectAt<'grantedScopes'> = {
  id: 'DEF-OP-LANGUAGE-SCOPE-IS-GRANTED-UNASKED',
  title: 'krr:user/spraak.write is granted to whoever logs in',
  family: 'OpenID provider',
  seam: 'grantedScopes',
  violates: ['KRR-OP-009'],
  inject: (scopes) => [...new Set([...scopes, languageScope])],
}
