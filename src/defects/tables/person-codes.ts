import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'
import { isOf, withText } from '../person-document.ts'

/** Faults of the codes of a person. */
export const personCodesDefects = ofFamily('semantics between members', [
  /** It sounds right, and yet the list has no third code. */
  {
    id: 'DEF-BODY-RESERVASJON-OF-THE-UNREGISTERED-IS-UNKNOWN',
    title: 'reservasjon is UKJENT for who is not in the register',
    seam: 'personDocument',
    violates: ['KRR-BODY-004', 'KRR-BODY-001'],
    alsoTrips: ['KRR-SPEC-005'],
    inject: (person, context) =>
      isOf(context, 'UNREGISTERED') ? { ...person, reservasjon: 'UKJENT' } : person,
  },
  /** Code lists are compared as they are written. */
  {
    id: 'DEF-BODY-STATUS-IS-IN-LOWER-CASE',
    title: 'status of an active person is aktiv',
    seam: 'personDocument',
    violates: ['KRR-BODY-004', 'KRR-BODY-001'],
    // The published schema has the code list too.
    alsoTrips: ['KRR-SPEC-005'],
    inject: (person) => (person['status'] === 'AKTIV' ? { ...person, status: 'aktiv' } : person),
  },
  /** Says why, where the code list only says that. */
  {
    id: 'DEF-BODY-VARSLINGSSTATUS-HAS-A-THIRD-CODE',
    title: 'varslingsstatus is UTLOEPT for addresses not confirmed for 18 months',
    seam: 'personDocument',
    violates: ['KRR-BODY-004', 'KRR-BODY-001'],
    alsoTrips: ['KRR-SPEC-005', 'KRR-SCOPE-004', 'KRR-SCOPE-011'],
    inject: (person, context) =>
      isOf(context, 'EXPIRED') ? { ...person, varslingsstatus: 'UTLOEPT' } : person,
  },
  /** A language tag of BCP 47 where the list has bare languages; with these two scopes alone. */
  {
    id: 'DEF-BODY-SPRAAK-HAS-A-REGION-IN-THE-JWS',
    title: 'spraak is nb-NO in application/jose with both read scopes and no other',
    seam: 'personDocument',
    violates: ['KRR-BODY-005', 'KRR-BODY-001', 'KRR-NEG-003', 'KRR-SCOPE-006'],
    inject: (person, context) =>
      context.representation === 'application/jose' &&
      isAskedWith(context, 'kontaktinformasjon', 'digitalpost')
        ? withText(person, 'spraak', (spraak) => `${spraak}-NO`)
        : person,
  },
  /** `no` is in ISO 639-1 as well, but not among the four. */
  {
    id: 'DEF-BODY-SPRAAK-IS-NO',
    title: 'spraak is no for who has no e-mail address',
    seam: 'personDocument',
    violates: ['KRR-BODY-005', 'KRR-BODY-001'],
    inject: (person, context) =>
      isOf(context, 'MOBILE_ONLY') ? { ...person, spraak: 'no' } : person,
  },
])
