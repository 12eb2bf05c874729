import { osloTime } from '../../reference/api/register.ts'
import { ofFamily } from '../defect.ts'
import { isOf, withContact, withText } from '../person-document.ts'

/** The register writes offsets of hours alone, which `Date.parse` refuses. */
const secondsSinceTheEpoch = (time: string): number => Date.parse(`${time}:00`) / 1000

/** Faults in how an instant is written. */
export const timestampsDefects = ofFamily('timestamps', [
  /** As a database prints it. RFC 3339 lets people write it so; the documented forms have T. */
  {
    id: 'DEF-BODY-TIMESTAMP-HAS-A-SPACE',
    title: 'reservasjonstidspunkt has a space between date and time',
    seam: 'personDocument',
    violates: ['KRR-BODY-006', 'KRR-BODY-001'],
    inject: (person) => withText(person, 'reservasjonstidspunkt', (time) => time.replace('T', ' ')),
  },
  /** The day would do for the 18 months, but the pages show a time. */
  {
    id: 'DEF-BODY-TIMESTAMP-IS-A-DATE',
    title: 'mobiltelefonnummer_sist_verifisert is a date where the number is the only address',
    seam: 'personDocument',
    violates: ['KRR-BODY-006', 'KRR-BODY-001'],
    inject: (person, context) =>
      isOf(context, 'MOBILE_ONLY')
        ? withContact(person, (contact) =>
            withText(contact, 'mobiltelefonnummer_sist_verifisert', (time) => time.slice(0, 10)),
          )
        : person,
  },
  /** As JWT writes `iat`; but this is no registered claim. */
  {
    id: 'DEF-BODY-TIMESTAMP-IS-A-NUMBER-IN-THE-JWS',
    title: 'reservasjon_oppdatert is in seconds since the epoch in application/jose',
    seam: 'personDocument',
    violates: ['KRR-BODY-006', 'KRR-BODY-001', 'KRR-SPEC-005', 'KRR-NEG-003'],
    inject: (person, { representation }) =>
      representation === 'application/jose'
        ? withText(person, 'reservasjon_oppdatert', secondsSinceTheEpoch)
        : person,
  },
  /** The documented form, filled with a day that no calendar has. */
  {
    id: 'DEF-BODY-TIMESTAMP-NAMES-30-FEBRUARY',
    title: 'epostadresse_oppdatert names 30 February',
    seam: 'personDocument',
    violates: ['KRR-BODY-006'],
    inject: (person) =>
      withContact(person, (contact) =>
        withText(
          contact,
          'epostadresse_oppdatert',
          (time) => `${time.slice(0, 4)}-02-30${time.slice(10)}`,
        ),
      ),
  },
  /** A wall clock reading: nobody can tell which instant it names. */
  {
    id: 'DEF-BODY-TIMESTAMP-WITHOUT-AN-OFFSET',
    title: 'spraak_oppdatert has no offset from UTC',
    seam: 'personDocument',
    violates: ['KRR-BODY-006', 'KRR-BODY-001'],
    inject: (person) =>
      withText(person, 'spraak_oppdatert', (time) => time.replace(/[+-]\d+$/, '')),
  },
  /** As of a server whose clock was never told of the winter time; of reserved people alone. */
  {
    id: 'DEF-BODY-TIMESTAMP-LIES-AN-HOUR-AHEAD',
    title: 'reservasjonstidspunkt lies an hour ahead',
    seam: 'personDocument',
    violates: ['KRR-BODY-007'],
    inject: (person, { now }) =>
      withText(person, 'reservasjonstidspunkt', () => osloTime(now + 3_600_000)),
  },
  /** A clock that runs fast, by little more than is allowed. */
  {
    id: 'DEF-BODY-TIMESTAMP-LIES-40-SECONDS-AHEAD',
    title:
      'epostadresse_sist_verifisert lies 40 seconds ahead where there is no number, in application/jose',
    seam: 'personDocument',
    violates: ['KRR-BODY-007'],
    alsoTrips: ['KRR-NEG-003'],
    inject: (person, context) =>
      context.representation === 'application/jose' && isOf(context, 'MAIL_ONLY')
        ? withContact(person, (contact) =>
            withText(contact, 'epostadresse_sist_verifisert', () => osloTime(context.now + 40_000)),
          )
        : person,
  },
])
