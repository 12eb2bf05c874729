import { contactScope, mailboxScope } from '../../reference/api/scopes.ts'
import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** A language tag of BCP 47 where the list has bare languages; with these two scopes alone. */
export const spraakHasARegionInTheJws: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SPRAAK-HAS-A-REGION-IN-THE-JWS',
  title: 'spraak is nb-NO in application/jose with both read scopes and no other',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-005', 'KRR-BODY-001', 'KRR-NEG-003', 'KRR-SCOPE-006'],
  inject: (person, { representation, scopes }) =>
    representation === 'application/jose' && isBothReadScopes(scopes)
      ? withText(person, 'spraak', (spraak) => `${spraak}-NO`)
      : person,
}

const isBothReadScopes = (scopes: readonly string[]): boolean => {
  const own = scopes.filter((scope) => scope.startsWith('krr:user/'))
  return own.length === 2 && own.includes(contactScope) && own.includes(mailboxScope)
}
