import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** The signed answer is whole; with one combination of scopes alone. */
export const jsonLacksTheTimeOfTheLanguage: DefectAt<'personDocument'> = {
  id: 'DEF-NEG-JSON-LACKS-THE-TIME-OF-THE-LANGUAGE',
  title:
    'application/json leaves spraak_oppdatert out for kontaktinformasjon.read with spraak.write',
  family: 'JSON against JWS',
  seam: 'personDocument',
  violates: ['KRR-NEG-003', 'KRR-SCOPE-006'],
  // The language is there without its time.
  alsoTrips: ['KRR-BODY-014'],
  inject: (person, context) =>
    context.representation === 'application/json' &&
    isAskedWith(context, 'kontaktinformasjon', 'spraak')
      ? without(person, 'spraak_oppdatert')
      : person,
}
