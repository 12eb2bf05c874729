import { contactScope, languageScope, mailboxScope } from '../../reference/api/authenticate.ts'
import type { JsonObject } from '../../reference/api/message.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'
import { withContact, without } from '../person-document.ts'

const withoutMobile = (contact: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(contact).filter(([name]) => !name.startsWith('mobiltelefonnummer')),
  )

/** Faults in what a scope yields, and in what is kept from who has it not. */
export const scopesDefects = ofFamily('scopes and data minimisation', [
  /** Of the three members that every answer has, one is taken for a part of the contact data. */
  {
    id: 'DEF-SCOPE-MAILBOX-READERS-SEE-NO-STATUS',
    title: 'status is left out for who reads the mailbox and no contact data',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-001'],
    // The schema requires status; with spraak.write beside it, it lacks what spraak.write alone yields.
    alsoTrips: ['KRR-BODY-001', 'KRR-SCOPE-006'],
    inject: (document, { scopes }) =>
      scopes.includes(mailboxScope) && !scopes.includes(contactScope)
        ? without(document, 'status')
        : document,
  },
  /** JSON has it: only who verifies signatures goes without. */
  {
    id: 'DEF-SCOPE-JWS-HAS-NO-STATUS',
    title: 'status is left out of the signed representation',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-001'],
    // The schema requires it, JSON has it, and so has a base person of spraak.write alone.
    alsoTrips: ['KRR-BODY-001', 'KRR-NEG-003', 'KRR-SCOPE-007'],
    inject: (document, { representation }) =>
      representation === 'application/jose' ? without(document, 'status') : document,
  },
  /** The contact data come without the word on whether they may be used. */
  {
    id: 'DEF-SCOPE-VARSLINGSSTATUS-IS-MISSING',
    title: 'varslingsstatus is left out',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-002'],
    // Of whom has expired nothing then says why the mailbox is filtered.
    alsoTrips: ['KRR-SCOPE-004'],
    inject: (document) => without(document, 'varslingsstatus'),
  },
  /**
   * Who can be sent digital post is thought to need no text message. People without e-mail address
   * keep theirs.
   */
  {
    id: 'DEF-SCOPE-MOBILE-NUMBER-IS-MISSING-BESIDE-THE-MAILBOX',
    title: 'mobiltelefonnummer is left out where the mailbox is given',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-002', 'KRR-SCOPE-006'],
    inject: (document, { scopes, record }) =>
      scopes.includes(mailboxScope) && record?.epostadresse !== undefined
        ? withContact(document, withoutMobile)
        : document,
  },
  /** The page lists the language under the contact scope; here it went with the scope of its name. */
  {
    id: 'DEF-SCOPE-SPRAAK-IS-SHOWN-TO-WRITERS-ONLY',
    title: 'spraak is left out for who may not change it',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-002'],
    // The contact scope shows it in a union only, and a token without spraak.write never sees the change.
    alsoTrips: ['KRR-SCOPE-006', 'KRR-PATCH-003'],
    inject: (document, { scopes }) =>
      scopes.includes(languageScope) ? document : without(document, 'spraak'),
  },
  /** Two scopes for reading, and the server knows only that one of them is there. */
  {
    id: 'DEF-SCOPE-MAILBOX-READERS-SEE-CONTACT-DATA',
    title: 'kontaktinformasjon is given to who reads the mailbox',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-003'],
    inject: (document, { scopes, complete }) =>
      scopes.includes(mailboxScope) && 'kontaktinformasjon' in complete
        ? { ...document, kontaktinformasjon: complete['kontaktinformasjon'] }
        : document,
  },
  /** The signed representation is cut for one scope less. */
  {
    id: 'DEF-SCOPE-JWS-OF-MAILBOX-READERS-HAS-CONTACT-DATA',
    title: 'the JWS given to who reads the mailbox holds kontaktinformasjon',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-003', 'KRR-NEG-003'],
    inject: (document, { scopes, complete, representation }) =>
      representation === 'application/jose' &&
      scopes.includes(mailboxScope) &&
      'kontaktinformasjon' in complete
        ? { ...document, kontaktinformasjon: complete['kontaktinformasjon'] }
        : document,
  },
  /** Whether somebody can be notified is told to who did not ask for it. */
  {
    id: 'DEF-SCOPE-MAILBOX-READERS-SEE-VARSLINGSSTATUS',
    title: 'varslingsstatus is given to who reads the mailbox',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-011'],
    inject: (document, { scopes, complete }) =>
      scopes.includes(mailboxScope)
        ? { ...document, varslingsstatus: complete['varslingsstatus'] }
        : document,
  },
  /** It seems natural that who writes may read; the page gives the reading to another scope. */
  {
    id: 'DEF-SCOPE-WRITERS-SEE-SPRAAK',
    title: 'spraak is given to who may change it',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-011', 'KRR-SCOPE-007'],
    // The language comes alone, without its time.
    alsoTrips: ['KRR-BODY-014'],
    inject: (document, { scopes, complete }) =>
      scopes.includes(languageScope) && 'spraak' in complete
        ? { ...document, spraak: complete['spraak'] }
        : document,
  },
  /** An address for digital post that nobody can encrypt for. */
  {
    id: 'DEF-SCOPE-MAILBOX-HAS-NO-CERTIFICATE',
    title: 'sertifikat is left out',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-004'],
    // Whose mailbox it is does not matter: the two belong together.
    alsoTrips: ['KRR-BODY-017'],
    inject: (document) => without(document, 'sertifikat'),
  },
  /** The filter for who cannot be notified takes everybody who has asked for varslingsstatus. */
  {
    id: 'DEF-SCOPE-MAILBOX-IS-MISSING-BESIDE-CONTACT-DATA',
    title: 'the mailbox is left out where contact data are given',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-004', 'KRR-SCOPE-006'],
    inject: (document, { scopes }) =>
      scopes.includes(contactScope)
        ? without(without(document, 'digital_post'), 'sertifikat')
        : document,
  },
  /** A certificate is public, one may think; it is the person's, and of another scope. */
  {
    id: 'DEF-SCOPE-CONTACT-READERS-SEE-THE-CERTIFICATE',
    title: 'sertifikat is given to who reads contact data',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-005'],
    inject: (document, { scopes, complete }) =>
      scopes.includes(contactScope) && 'sertifikat' in complete
        ? { ...document, sertifikat: complete['sertifikat'] }
        : document,
  },
  /** Two scopes are counted, and two are thought to be the two for reading. */
  {
    id: 'DEF-SCOPE-WRITERS-OF-CONTACT-READERS-SEE-THE-MAILBOX',
    title: 'digital_post is given for contact data and spraak.write together',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-005', 'KRR-SCOPE-006'],
    inject: (document, context) =>
      isAskedWith(context, 'kontaktinformasjon', 'spraak') && 'digital_post' in context.complete
        ? { ...document, digital_post: context.complete['digital_post'] }
        : document,
  },
  /** Two ways to the same address, of which one does not keep it as it was written. */
  {
    id: 'DEF-SCOPE-E-MAIL-ADDRESS-CHANGES-BESIDE-THE-MAILBOX',
    title: 'epostadresse comes in capitals where the mailbox is given',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-006'],
    inject: (document, { scopes }) =>
      scopes.includes(mailboxScope)
        ? withContact(document, (contact) => ({
            ...contact,
            ...(typeof contact['epostadresse'] === 'string'
              ? { epostadresse: contact['epostadresse'].toUpperCase() }
              : {}),
          }))
        : document,
  },
  /** One scope more, and one member less. */
  {
    id: 'DEF-SCOPE-WRITERS-SEE-NO-RESERVATION-TIME',
    title: 'reservasjon_oppdatert is left out for who may change the language',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-006'],
    // Reserved people's too, and theirs is the time of something.
    alsoTrips: ['KRR-BODY-014'],
    inject: (document, { scopes }) =>
      scopes.includes(languageScope) ? without(document, 'reservasjon_oppdatert') : document,
  },
  /** Nothing is disclosed; why, is told wrongly: no other Accept would help. */
  {
    id: 'DEF-SCOPE-WRITE-SCOPE-ALONE-IS-NOT-ACCEPTABLE',
    title: 'GET with spraak.write alone is answered with 406',
    seam: 'representation',
    violates: ['KRR-SCOPE-007'],
    inject: (representation, context) =>
      isAskedWith(context, 'spraak') ? undefined : representation,
  },
  /** The scope opens nothing for reading, and most of all not a mailbox. */
  {
    id: 'DEF-SCOPE-WRITE-SCOPE-ALONE-SEES-DIGITAL-POST',
    title: 'digital_post is given for spraak.write alone',
    seam: 'personDocument',
    violates: ['KRR-SCOPE-007', 'KRR-SCOPE-005'],
    // Together with contact data it does not come, although spraak.write alone yields it.
    alsoTrips: ['KRR-SCOPE-006'],
    inject: (document, context) =>
      isAskedWith(context, 'spraak') && 'digital_post' in context.complete
        ? { ...document, digital_post: context.complete['digital_post'] }
        : document,
  },
])
