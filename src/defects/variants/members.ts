import { contactScope } from '../../reference/api/authenticate.ts'
import { isOf, withContact, without, withText } from '../person-document.ts'
import type { Variant } from './variant.ts'

/** Members more or fewer, where the contract leaves it open. */
export const memberVariants: readonly Variant[] = [
  {
    id: 'VAR-UNKNOWN-MEMBERS',
    title: 'a person and the contact information have members that the contract does not know',
    injections: () => ({
      personDocument: (person, { scopes }) =>
        scopes.includes(contactScope)
          ? withContact({ ...person, kanalvalg: { foretrukket: 'SMS' } }, (contact) => ({
              ...contact,
              epostadresse_kilde: 'NEI',
            }))
          : person,
    }),
  },
  {
    id: 'VAR-OPTIONAL-MEMBERS-ARE-ABSENT',
    title: 'no times of verification, and no time of the last reservation',
    mayTrip: ['KRR-BODY-014'],
    injections: () => ({
      personDocument: (person) =>
        without(
          withContact(person, (contact) =>
            without(
              without(contact, 'epostadresse_sist_verifisert'),
              'mobiltelefonnummer_sist_verifisert',
            ),
          ),
          'reservasjon_oppdatert',
        ),
    }),
  },
  {
    id: 'VAR-SERTIFIKAT-IS-PEM',
    title: 'sertifikat is in PEM armour',
    mayTrip: ['KRR-BODY-016'],
    injections: () => ({
      personDocument: (person) =>
        withText(person, 'sertifikat', (base64) =>
          [
            '-----BEGIN CERTIFICATE-----',
            ...(base64.match(/.{1,64}/g) ?? []),
            '-----END CERTIFICATE-----',
            '',
          ].join('\n'),
        ),
    }),
  },
  {
    id: 'VAR-EXPIRED-CONTACT-IS-DELIVERED',
    title: 'contact information of who cannot be notified is delivered all the same',
    options: { deliverExpired: true },
  },
  {
    id: 'VAR-NO-RESERVASJON-OF-WHO-IS-GONE',
    title: 'who is deleted or not registered has no reservasjon',
    injections: () => ({
      personDocument: (person) =>
        person['status'] === 'AKTIV' ? person : without(person, 'reservasjon'),
    }),
  },
  {
    id: 'VAR-ADDRESSES-OF-THE-RESERVED-ARE-DELIVERED',
    title: 'a reserved person has addresses, without their times',
    mayTrip: ['KRR-BODY-014'],
    injections: () => ({
      personDocument: (person, { scopes, record }) =>
        scopes.includes(contactScope) && person['reservasjon'] === 'JA'
          ? {
              ...person,
              kontaktinformasjon: {
                epostadresse: record?.epostadresse?.value,
                mobiltelefonnummer: record?.mobiltelefonnummer?.value,
              },
            }
          : person,
    }),
  },
  {
    id: 'VAR-FRESH-ADDRESSES-CANNOT-BE-NOTIFIED',
    title: 'who has no mailbox cannot be notified, though the addresses are fresh and delivered',
    injections: () => ({
      personDocument: (person, context) =>
        isOf(context, 'NO_MAILBOX') && person['varslingsstatus'] !== undefined
          ? { ...person, varslingsstatus: 'KAN_IKKE_VARSLES' }
          : person,
    }),
  },
]
