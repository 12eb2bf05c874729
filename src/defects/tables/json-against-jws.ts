import { contactScope } from '../../reference/api/authenticate.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'
import { withContact, without, withText } from '../person-document.ts'

/** Faults that one representation alone does not show. */
export const jsonAgainstJwsDefects = ofFamily('JSON against JWS', [
  /** The signed answer is whole; with one combination of scopes alone. */
  {
    id: 'DEF-NEG-JSON-LACKS-THE-TIME-OF-THE-LANGUAGE',
    title:
      'application/json leaves spraak_oppdatert out for kontaktinformasjon.read with spraak.write',
    seam: 'personDocument',
    violates: ['KRR-NEG-003', 'KRR-SCOPE-006'],
    // The language is there without its time.
    alsoTrips: ['KRR-BODY-014'],
    inject: (person, context) =>
      context.representation === 'application/json' &&
      isAskedWith(context, 'kontaktinformasjon', 'spraak')
        ? without(person, 'spraak_oppdatert')
        : person,
  },
  /** Either could be right, and a caller sees only one. */
  {
    id: 'DEF-NEG-JWS-HAS-A-FORMER-NUMBER',
    title: 'application/jose has another mobiltelefonnummer than application/json',
    seam: 'personDocument',
    violates: ['KRR-NEG-003'],
    inject: (person, { representation }) =>
      representation === 'application/jose'
        ? withContact(person, (contact) =>
            withText(contact, 'mobiltelefonnummer', () => '+4741111111'),
          )
        : person,
  },
  /** New members are allowed, and still the person is one; the name is no registered claim. */
  {
    id: 'DEF-NEG-JWS-HAS-A-MEMBER-MORE',
    title: 'application/jose names the channel to notify by, which application/json does not',
    seam: 'personDocument',
    violates: ['KRR-NEG-003'],
    inject: (person, { representation }) =>
      representation === 'application/jose' && 'kontaktinformasjon' in person
        ? { ...person, varslingskanal: 'EPOST' }
        : person,
  },
  /** An optional member, missing with every scope alike: only the JSON beside it tells. */
  {
    id: 'DEF-NEG-JWS-LACKS-A-MEMBER',
    title: 'application/jose leaves reservasjon_oppdatert out',
    seam: 'personDocument',
    violates: ['KRR-NEG-003'],
    // Optional but for the reserved, whose status somebody changed.
    alsoTrips: ['KRR-BODY-014'],
    inject: (person, { representation }) =>
      representation === 'application/jose' ? without(person, 'reservasjon_oppdatert') : person,
  },
  /** Withheld from the token by both, each in its own way. */
  {
    id: 'DEF-NEG-JWS-SAYS-NULL',
    title: 'application/jose has null where application/json leaves spraak out',
    seam: 'personDocument',
    violates: ['KRR-NEG-003', 'KRR-BODY-020'],
    // The published schema names the type string and does not allow null beside it.
    alsoTrips: ['KRR-SPEC-005'],
    inject: (person, { representation, scopes }) =>
      representation === 'application/jose' && !scopes.includes(contactScope)
        ? { ...person, spraak: null }
        : person,
  },
])
