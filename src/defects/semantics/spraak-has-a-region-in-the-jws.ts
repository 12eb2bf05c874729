import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** A language tag of BCP 47 where the list has bare languages; with these two scopes alone. */
export const spraakHasARegionInTheJws: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SPRAAK-HAS-A-REGION-IN-THE-JWS',
  title: 'spraak is nb-NO in application/jose with both read scopes and no other',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-005', 'KRR-BODY-001', 'KRR-NEG-003', 'KRR-SCOPE-006'],
  inject: (person, context) =>
    context.representation === 'application/jose' &&
    isAskedWith(context, 'kontaktinformasjon', 'digitalpost')
      ? withText(person, 'spraak', (spraak) => `${spraak}-NO`)
      : person,
}
