import { mailboxScope } from '../../reference/api/authenticate.ts'
import type { JsonObject } from '../../reference/api/message.ts'
import { osloTime, type PersonRecord } from '../../reference/api/register.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'
import { isOf, withContact, without } from '../person-document.ts'

const mailbox = { postkasseadresse: 'ola.nordmann#9YDT', postkasseleverandoeradresse: '984661185' }

const withMailbox = (person: JsonObject, record: PersonRecord | undefined): JsonObject => {
  if (record?.digital_post === undefined) return person
  const { sertifikat, ...addresses } = record.digital_post
  return { ...person, digital_post: addresses, sertifikat }
}

/** Codes and members that do not go together, most of them in people whom the usual test user is not. */
export const semanticsDefects = ofFamily('semantics between members', [
  /** What a deletion left over. The number is as it was given; only the person is gone. */
  {
    id: 'DEF-BODY-DELETED-PERSON-HAS-CONTACT-DATA',
    title: 'kontaktinformasjon of a deleted person is still given out',
    seam: 'personDocument',
    violates: ['KRR-BODY-008', 'KRR-BODY-001'],
    alsoTrips: ['KRR-SCOPE-003'],
    inject: (person, context) =>
      isOf(context, 'DELETED')
        ? {
            ...person,
            kontaktinformasjon: {
              mobiltelefonnummer: '+4799999999',
              mobiltelefonnummer_oppdatert: '2018-06-29T10:14:52+02',
            },
          }
        : person,
  },
  /** A certificate for a mailbox that nobody opened, in the signed representation alone. */
  {
    id: 'DEF-BODY-UNREGISTERED-PERSON-HAS-A-SERTIFIKAT',
    title: 'application/jose has a sertifikat for who is not in the register',
    seam: 'personDocument',
    violates: ['KRR-BODY-008', 'KRR-BODY-001'],
    alsoTrips: ['KRR-NEG-003'],
    inject: (person, context) =>
      context.representation === 'application/jose' && isOf(context, 'UNREGISTERED')
        ? { ...person, sertifikat: context.pki.mailboxCertificate }
        : person,
  },
  /** The time at which a reservation was taken back is given out as that of a reservation. */
  {
    id: 'DEF-BODY-RESERVASJONSTIDSPUNKT-WITHOUT-RESERVASJON',
    title: 'reservasjonstidspunkt is there while reservasjon is NEI',
    seam: 'personDocument',
    violates: ['KRR-BODY-009', 'KRR-BODY-001'],
    inject(person) {
      const { reservasjon, reservasjon_oppdatert } = person
      return reservasjon === 'NEI' && reservasjon_oppdatert !== undefined
        ? { ...person, reservasjonstidspunkt: reservasjon_oppdatert }
        : person
    },
  },
  /** There is nobody to be notified. */
  {
    id: 'DEF-BODY-DELETED-PERSON-CAN-BE-NOTIFIED',
    title: 'varslingsstatus of a deleted person is KAN_VARSLES',
    seam: 'personDocument',
    violates: ['KRR-BODY-010', 'KRR-BODY-001'],
    alsoTrips: ['KRR-SCOPE-011'],
    inject: (person, context) =>
      isOf(context, 'DELETED') ? { ...person, varslingsstatus: 'KAN_VARSLES' } : person,
  },
  /** The addresses are fresh, but she does not want to be notified. */
  {
    id: 'DEF-BODY-RESERVED-PERSON-CAN-BE-NOTIFIED',
    title: 'varslingsstatus of a reserved person is KAN_VARSLES',
    seam: 'personDocument',
    violates: ['KRR-BODY-010', 'KRR-BODY-001'],
    inject: (person, context) =>
      isOf(context, 'RESERVED') ? { ...person, varslingsstatus: 'KAN_VARSLES' } : person,
  },
  /** There is nothing to notify by. */
  {
    id: 'DEF-BODY-UNREGISTERED-PERSON-CAN-BE-NOTIFIED',
    title: 'varslingsstatus of who is not in the register is KAN_VARSLES',
    seam: 'personDocument',
    violates: ['KRR-BODY-010', 'KRR-BODY-001'],
    alsoTrips: ['KRR-SCOPE-011'],
    inject: (person, context) =>
      isOf(context, 'UNREGISTERED') ? { ...person, varslingsstatus: 'KAN_VARSLES' } : person,
  },
  /** The addresses are filtered for their age, and the status does not know it. */
  {
    id: 'DEF-BODY-EXPIRED-PERSON-CAN-BE-NOTIFIED',
    title: 'varslingsstatus is KAN_VARSLES while every address is filtered',
    seam: 'personDocument',
    violates: ['KRR-BODY-024'],
    alsoTrips: ['KRR-SCOPE-004', 'KRR-SCOPE-011'],
    inject: (person, context) =>
      isOf(context, 'EXPIRED') ? { ...person, varslingsstatus: 'KAN_VARSLES' } : person,
  },
  /** When the number was given, and not the number. */
  {
    id: 'DEF-BODY-NOTIFIABLE-PERSON-HAS-TIMES-ALONE',
    title: 'kontaktinformasjon of who has a mobile number alone holds its times and not the number',
    seam: 'personDocument',
    violates: ['KRR-BODY-024', 'KRR-BODY-001'],
    inject: (person, context) =>
      isOf(context, 'MOBILE_ONLY')
        ? withContact(person, (contact) => without(contact, 'mobiltelefonnummer'))
        : person,
  },
  /** When it was confirmed is told, and not since when it holds. */
  {
    id: 'DEF-BODY-EPOSTADRESSE-WITHOUT-ITS-TIME',
    title: 'epostadresse comes without epostadresse_oppdatert in application/json',
    seam: 'personDocument',
    violates: ['KRR-BODY-014', 'KRR-NEG-003'],
    inject: (person, { representation }) =>
      representation === 'application/json'
        ? withContact(person, (contact) => without(contact, 'epostadresse_oppdatert'))
        : person,
  },
  /** The language alone; of one person in a special state. */
  {
    id: 'DEF-BODY-SPRAAK-WITHOUT-ITS-TIME',
    title: 'spraak of who has no mailbox comes without spraak_oppdatert',
    seam: 'personDocument',
    violates: ['KRR-BODY-014'],
    inject: (person, context) =>
      isOf(context, 'NO_MAILBOX') ? without(person, 'spraak_oppdatert') : person,
  },
  /** Left over from a mailbox that was closed. */
  {
    id: 'DEF-BODY-SERTIFIKAT-WITHOUT-DIGITAL-POST',
    title: 'who has no mailbox has a sertifikat',
    seam: 'personDocument',
    violates: ['KRR-BODY-017'],
    inject: (person, context) =>
      isOf(context, 'NO_MAILBOX')
        ? { ...person, sertifikat: context.pki.mailboxCertificate }
        : person,
  },
  /** A mailbox that nothing can be encrypted for, in the signed representation alone. */
  {
    id: 'DEF-BODY-DIGITAL-POST-WITHOUT-SERTIFIKAT',
    title: 'application/jose has a mailbox without a sertifikat for who has a mobile number alone',
    seam: 'personDocument',
    violates: ['KRR-BODY-017'],
    alsoTrips: ['KRR-NEG-003'],
    inject: (person, context) =>
      context.representation === 'application/jose' && isOf(context, 'MOBILE_ONLY')
        ? { ...person, digital_post: mailbox }
        : person,
  },
  /** Both readings are documented, and this is neither: the filter knows one element of three. */
  {
    id: 'DEF-BODY-MAILBOX-OF-THE-EXPIRED-IS-NOT-FILTERED',
    title: 'KAN_IKKE_VARSLES filters kontaktinformasjon of who has expired, and not the mailbox',
    seam: 'personDocument',
    violates: ['KRR-BODY-011'],
    inject: (person, context) =>
      isOf(context, 'EXPIRED') ? withMailbox(person, context.record) : person,
  },
  /** The values are gone, and an object that says nothing stays. */
  {
    id: 'DEF-BODY-TIMES-OF-THE-EXPIRED-ARE-NOT-FILTERED',
    title:
      'application/jose filters the addresses of who has expired, and not when they were given',
    seam: 'personDocument',
    violates: ['KRR-BODY-011'],
    alsoTrips: ['KRR-NEG-003'],
    inject(person, context) {
      const given = context.record?.epostadresse?.oppdatert
      return context.representation === 'application/jose' &&
        isOf(context, 'EXPIRED') &&
        given !== undefined
        ? { ...person, kontaktinformasjon: { epostadresse_oppdatert: osloTime(given) } }
        : person
    },
  },
  /** She said no, and letters could be sent to her all the same. */
  {
    id: 'DEF-BODY-MAILBOX-OF-THE-RESERVED-IS-NOT-FILTERED',
    title: 'a reserved person has a mailbox and a certificate',
    seam: 'personDocument',
    violates: ['KRR-BODY-011'],
    inject: (person, context) =>
      isOf(context, 'RESERVED') &&
      isAskedWith(context, 'kontaktinformasjon', 'digitalpost', 'spraak')
        ? withMailbox(person, context.people.MAIN.record)
        : person,
  },
  /** When the status changed is told, and not since when she is reserved. */
  {
    id: 'DEF-BODY-RESERVED-WITHOUT-RESERVASJONSTIDSPUNKT',
    title: 'a reserved person has no reservasjonstidspunkt',
    seam: 'personDocument',
    violates: ['KRR-BODY-025'],
    inject: (person) => without(person, 'reservasjonstidspunkt'),
  },
  /** Both readings are documented, and this is neither: who asks for the mailbox alone is told that there is one. */
  {
    id: 'DEF-BODY-ADDRESS-OF-THE-EXPIRED-IS-NOT-FILTERED',
    title: 'KAN_IKKE_VARSLES filters the mailbox of who has expired, and not kontaktinformasjon',
    seam: 'personDocument',
    violates: ['KRR-BODY-011'],
    inject: (person, context) => {
      const address = context.record?.epostadresse
      if (address === undefined || !isOf(context, 'EXPIRED')) return person
      if (person['varslingsstatus'] === undefined) return person
      return {
        ...person,
        kontaktinformasjon: {
          epostadresse: address.value,
          epostadresse_oppdatert: osloTime(address.oppdatert),
          epostadresse_sist_verifisert: osloTime(address.sist_verifisert),
        },
      }
    },
  },
  /** Who has not confirmed an address for two years is told to be reachable all the same. */
  {
    id: 'DEF-BODY-OLD-ADDRESSES-ARE-NOTIFIED',
    title: 'varslingsstatus is KAN_VARSLES of who has old addresses alone',
    seam: 'personDocument',
    violates: [],
    observes: [
      { rule: 'KRR-BODY-027', met: 'KAN_VARSLES, though every time is older than 18 months' },
    ],
    inject: (person) =>
      withContact(person, (contact) =>
        Object.fromEntries(
          Object.entries(contact).map(([name, value]) => [
            name,
            /_(oppdatert|sist_verifisert)$/.test(name) ? '2019-06-29T10:14:52+02' : value,
          ]),
        ),
      ),
  },
  /** Blank fields of a form that was sent as it was. */
  {
    id: 'DEF-BODY-MISSING-MAILBOX-IS-AN-EMPTY-STRING',
    title: 'who has no mailbox has empty strings in the place of address and certificate',
    seam: 'personDocument',
    violates: ['KRR-BODY-026'],
    inject: (person, context) =>
      isOf(context, 'NO_MAILBOX') && context.scopes.includes(mailboxScope)
        ? {
            ...person,
            digital_post: { ...mailbox, postkasseadresse: '' },
            sertifikat: '',
          }
        : person,
  },
])
